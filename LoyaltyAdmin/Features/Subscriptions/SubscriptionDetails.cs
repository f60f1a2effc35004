using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A subscription as it stands now.</summary>
public sealed record SubscriptionDetails
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required string PlanKey { get; init; }

    public required string PlanName { get; init; }

    /// <summary>The plan's terms in force now.</summary>
    public required PlanTerms Terms { get; init; }

    public required SubscriptionState State { get; init; }

    /// <summary>Since when it has this state (UTC).</summary>
    public required DateTime Since { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>The last local day of the trial or of what is paid; of a subscription that is over too.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The last local day with benefits if nothing is paid; null where there are none any more.</summary>
    public DateOnly? BenefitsThrough { get; init; }

    /// <summary>Whether it is the member's one to this plan.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>What was paid less what was given back.</summary>
    public required Money Paid { get; init; }

    /// <summary>What it has brought so far less what returns took back, in units of currency.</summary>
    public required decimal Saved { get; init; }

    /// <summary>What happened, the latest first.</summary>
    public required IReadOnlyList<SubscriptionEvent> Events { get; init; }

    /// <summary>What can be given back of the latest payment.</summary>
    public Money Refundable
    {
        get
        {
            var payment = Events.FirstOrDefault(e => e.Kind == SubscriptionEventKind.Paid);
            return payment is null ? Money.Zero : new Money(payment.Amount.Minor - Events.Where(e => e.PaymentId == payment.Id).Sum(e => e.Amount.Minor));
        }
    }
}
