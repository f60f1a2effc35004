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

    /// <summary>Whose points; null for a receipt without a member.</summary>
    public long? AccountId { get; init; }

    /// <summary>The natural key of the receipt that it is for. It may be held again, with other content, once this one is closed.</summary>
    public required string ReceiptKey { get; init; }

    /// <summary>At whose till, where it is a partner's.</summary>
    public int? PartnerId { get; init; }

    /// <summary>What is set aside; zero when the receipt spends none.</summary>
    public required Points Points { get; init; }

    public HoldStatus Status { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Until when the points stay set aside (exclusive).</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was confirmed or cancelled or found to have lapsed; null while it is open.</summary>
    public DateTime? ClosedAt { get; set; }

    /// <summary>The receipt as it was posted, to confirm it unchanged.</summary>
    public required string Payload { get; init; }

    /// <summary>Fingerprint of the payload, to tell a repetition from another receipt under the same key.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>What was decided when it was placed, as JSON: a repetition is answered with it.</summary>
    public required string Decision { get; init; }

    public List<HoldLot> Lots { get; init; } = [];

    /// <summary>Whether its points are set aside at an instant.</summary>
    public bool IsOpenAt(DateTime now) => Status == HoldStatus.Open && now < ExpiresAt;
}

/// <summary>How much of a lot a hold has set aside.</summary>
public sealed class HoldLot
{
    public required long HoldId { get; init; }

    public required long LotId { get; init; }

    public required Points Points { get; init; }
}
