using System.Security.Cryptography;
using System.Text.Json;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>What somebody reports of a subscription. The same order under the same name is done once.</summary>
public abstract record SubscriptionOrder
{
    /// <summary>The caller's own name of it; null where it cannot be repeated.</summary>
    public string? OperationId { get; init; }

    /// <summary>When it happened (UTC); null for now.</summary>
    public DateTime? At { get; init; }

    /// <summary>Why, in the words of whoever does it by hand; null from a till or a shop.</summary>
    public string? Reason { get; init; }

    /// <summary>Tells a repetition from another order of the same name.</summary>
    internal string Fingerprint() =>
        Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes<object>(new { Kind = GetType().Name, Order = (object)this }, ConditionsJson.Options)));
}

/// <summary>A member begins a plan, for nothing, paid, or both.</summary>
public sealed record StartOrder : SubscriptionOrder
{
    public required long MemberId { get; init; }

    /// <summary>Key of the plan.</summary>
    public required string Plan { get; init; }

    /// <summary>Whether it begins with the days for nothing.</summary>
    public bool Trial { get; init; }

    /// <summary>What was paid; null for a trial that nothing was paid for.</summary>
    public Money? Amount { get; init; }
}

/// <summary>A period was paid.</summary>
public sealed record PaymentOrder : SubscriptionOrder
{
    public required long SubscriptionId { get; init; }

    public required Money Amount { get; init; }
}

/// <summary>It will not be renewed.</summary>
public sealed record CancelOrder : SubscriptionOrder
{
    public required long SubscriptionId { get; init; }
}

/// <summary>A payment, or a part of it, was given back, and the benefits end.</summary>
public sealed record RefundOrder : SubscriptionOrder
{
    public required long SubscriptionId { get; init; }

    /// <summary>The operation that reported the payment, or the payment's number; null for the latest.</summary>
    public string? Payment { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The last day with benefits; null to end them at once.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>What became of an order.</summary>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Replayed">Whether it had been done before.</param>
public sealed record SubscriptionDone(long SubscriptionId, bool Replayed);
