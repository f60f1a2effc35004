using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>One member's subscription to one plan. What it is at an instant follows from its events: see <see cref="SubscriptionCourse"/>.</summary>
public sealed class Subscription
{
    public required long Id { get; init; }

    public required long MemberId { get; set; }

    public required int PlanId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>Whether it is the member's one to this plan: a new start after its end takes its place.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Whether it began with days for nothing.</summary>
    public bool HadTrial { get; init; }

    /// <summary>The end of the trial or of what is paid, exclusive.</summary>
    public DateTime PaidUntil { get; set; }

    /// <summary>What was paid less what was given back.</summary>
    public Money Paid { get; set; }

    /// <summary>What the latest payment is worth a month.</summary>
    public Money Monthly { get; set; }

    /// <summary>What it has brought so far less what returns took back; hundredths of a unit.</summary>
    public long Saved { get; set; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; }
}

/// <summary>A time in which a subscription has one state; those to come are as they will be if nothing happens.</summary>
public sealed class SubscriptionSpan
{
    public required long SubscriptionId { get; init; }

    /// <summary>1, 2, 3 … in the order of time.</summary>
    public required int Number { get; init; }

    public required int PlanId { get; init; }

    public required SubscriptionState State { get; init; }

    public required DateTime From { get; init; }

    /// <summary>Exclusive.</summary>
    public required DateTime Until { get; init; }
}

/// <summary>What a subscription brought on one line of a receipt, less what a return took back; hundredths of a unit.</summary>
public sealed class SubscriptionSaving
{
    public required long ReceiptId { get; init; }

    public required int Line { get; init; }

    public required long SubscriptionId { get; init; }

    /// <summary>More off the price than without it.</summary>
    public long Discount { get; init; }

    /// <summary>More points than without it, in money.</summary>
    public long Points { get; init; }

    /// <summary>The part of both that returned goods took back.</summary>
    public long TakenBack { get; init; }
}
