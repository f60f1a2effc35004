using LoyaltyAdmin.Api.Values;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A subscription to begin: for nothing, paid, or both.</summary>
public sealed record SubscriptionRequest
{
    /// <summary>The caller's own name of this operation; the same again changes nothing.</summary>
    public required string OperationId { get; init; }

    /// <summary>Key of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Whether it begins with the plan's days for nothing.</summary>
    public bool? Trial { get; init; }

    /// <summary>What was paid; needed unless it begins for nothing. At most the plan's fee.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Now, when missing.</summary>
    public ApiInstant? At { get; init; }
}

/// <summary>A payment for one period.</summary>
public sealed record SubscriptionPaymentRequest
{
    /// <summary>The caller's own name of this operation; the same again changes nothing.</summary>
    public required string OperationId { get; init; }

    /// <summary>What was paid; at most the plan's fee.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>Now, when missing.</summary>
    public ApiInstant? At { get; init; }
}

/// <summary>The end of the renewal.</summary>
public sealed record SubscriptionCancelRequest
{
    /// <summary>The caller's own name of this operation.</summary>
    public string? OperationId { get; init; }

    /// <summary>Now, when missing.</summary>
    public ApiInstant? At { get; init; }
}

/// <summary>Money given back for a payment; the benefits end.</summary>
public sealed record SubscriptionRefundRequest
{
    /// <summary>The caller's own name of this operation; the same again changes nothing.</summary>
    public required string OperationId { get; init; }

    /// <summary>The operation that reported the payment; the latest payment, when missing.</summary>
    public string? Payment { get; init; }

    /// <summary>What was given back; at most what was paid.</summary>
    public required decimal? Amount { get; init; }

    /// <summary>The last day with benefits; when missing they end at once.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Now, when missing.</summary>
    public ApiInstant? At { get; init; }
}
