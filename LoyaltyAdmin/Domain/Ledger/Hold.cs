using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>Where a hold is in its life.</summary>
public enum HoldStatus
{
    Open,
    Confirmed,
    Cancelled,

    /// <summary>Its time was over before it was confirmed.</summary>
    Lapsed,
}

/// <summary>Points that an unconfirmed receipt has set aside (R19).</summary>
public sealed class Hold
{
    public required long Id { get; init; }

    public required long AccountId { get; init; }

    /// <summary>The natural key of the receipt that it is for.</summary>
    public required string ReceiptKey { get; init; }

    public required Points Points { get; init; }

    public HoldStatus Status { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when the points stay set aside (exclusive).</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>The receipt as it was posted, to confirm it unchanged.</summary>
    public required string Payload { get; init; }

    /// <summary>Fingerprint of the payload, to tell a repetition from another receipt under the same key.</summary>
    public required string PayloadHash { get; init; }

    public List<HoldLot> Lots { get; init; } = [];
}

/// <summary>How much of a lot a hold has set aside.</summary>
public sealed class HoldLot
{
    public required long HoldId { get; init; }

    public required long LotId { get; init; }

    public required Points Points { get; init; }
}
