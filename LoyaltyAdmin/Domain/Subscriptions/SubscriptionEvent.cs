using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>What happens to a subscription; all else follows from the time.</summary>
public enum SubscriptionEventKind
{
    Started,
    Paid,
    Cancelled,
    Refunded,
}

/// <summary>One thing that happened to a subscription, for good.</summary>
public sealed record SubscriptionEvent
{
    public required long Id { get; init; }

    public required long SubscriptionId { get; init; }

    public required SubscriptionEventKind Kind { get; init; }

    /// <summary>When it happened, by whoever reports it.</summary>
    public required DateTime At { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>Of a start: how many days are for nothing.</summary>
    public int TrialDays { get; init; }

    /// <summary>Of a start and a payment: how long benefits go on after an unpaid end.</summary>
    public int GraceDays { get; init; }

    /// <summary>Of a payment: what was paid; of a refund: what was given back.</summary>
    public Money Amount { get; init; }

    /// <summary>Of a payment: the plan's fee at that time.</summary>
    public Money Fee { get; init; }

    /// <summary>Of a payment: what the paid period is counted in.</summary>
    public PeriodUnit Unit { get; init; }

    /// <summary>Of a payment: how long the paid period is.</summary>
    public int Length { get; init; }

    /// <summary>Of a refund: the instant at which the benefits end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Of a refund: the payment that it gives back.</summary>
    public long? PaymentId { get; init; }

    /// <summary>The caller's own name of the operation; unique.</summary>
    public string? OperationId { get; init; }

    /// <summary>Tells a repetition from another operation of the same name.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>Who reported it.</summary>
    public required string Author { get; init; }

    /// <summary>Why, where it was done by hand.</summary>
    public string? Reason { get; init; }
}
