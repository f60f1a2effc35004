using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Subscriptions;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A member's subscription as it stands now.</summary>
public sealed record SubscriptionAnswer
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>Key of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>As customers know it.</summary>
    public required string PlanName { get; init; }

    /// <summary>trial, active, pastDue, cancelled, lapsed or ended; up to cancelled there are benefits.</summary>
    public required SubscriptionState State { get; init; }

    /// <summary>Since when it has this state.</summary>
    public required DateTimeOffset Since { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last day of the trial or of what is paid.</summary>
    public required DateOnly PaidThrough { get; init; }

    /// <summary>The last day with benefits if nothing more is paid; null where there are none any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? BenefitsThrough { get; init; }

    /// <summary>The fee of the next period.</summary>
    public required decimal Fee { get; init; }

    /// <summary>What was paid less what was given back.</summary>
    public required decimal Paid { get; init; }

    /// <summary>What the plan has brought so far, less what returns took back.</summary>
    public required decimal Saved { get; init; }

    /// <summary>What it gives.</summary>
    public required BenefitsAnswer Benefits { get; init; }

    internal static SubscriptionAnswer Of(SubscriptionDetails subscription, ProgramTimeline timeline) => new()
    {
        Id = subscription.Id,
        MemberId = subscription.MemberId,
        Plan = subscription.PlanKey,
        PlanName = subscription.PlanName,
        State = subscription.State,
        Since = ApiInstant.Tell(subscription.Since, timeline),
        StartedAt = ApiInstant.Tell(subscription.StartedAt, timeline),
        PaidThrough = subscription.LastDay,
        BenefitsThrough = subscription.BenefitsThrough,
        Fee = subscription.Terms.Fee.Amount,
        Paid = subscription.Paid.Amount,
        Saved = subscription.Saved,
        Benefits = BenefitsAnswer.Of(subscription.Terms.Benefits),
    };
}

/// <summary>What a plan or a club gives; what is missing is as without it.</summary>
/// <param name="AccrualRate">Percent of the base in points, or points a step.</param>
/// <param name="DiscountPercent">Discount at the till.</param>
/// <param name="MaximumSharePercent">The part of a receipt that points may pay.</param>
/// <param name="Words">What else it gives, in words.</param>
public sealed record BenefitsAnswer(decimal? AccrualRate, decimal? DiscountPercent, decimal? MaximumSharePercent, string Words)
{
    internal static BenefitsAnswer Of(Benefits benefits) => new(benefits.AccrualRate, benefits.DiscountPercent, benefits.MaximumSharePercent, benefits.Words);
}

/// <summary>A member's subscriptions, those with benefits first.</summary>
public sealed record SubscriptionsAnswer(IReadOnlyList<SubscriptionAnswer> Items);
