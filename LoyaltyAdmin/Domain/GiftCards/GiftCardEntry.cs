using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>What moved the money of a gift card. The numbers are what is stored.</summary>
public enum GiftCardEntryKind
{
    Sale = 1,
    Redemption = 2,
    RedemptionReturned = 3,
    Expiry = 4,

    /// <summary>What was left when the buying order was refunded.</summary>
    Disabled = 5,
    AdjustmentUp = 6,
    AdjustmentDown = 7,
}

/// <summary>One movement of the money of one gift card; never changed, never deleted.</summary>
public sealed class GiftCardEntry
{
    public required long Id { get; init; }

    public required long CardId { get; init; }

    public required GiftCardEntryKind Kind { get; init; }

    public required Money Amount { get; init; }

    public required Money BalanceAfter { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The local day of <see cref="At"/>.</summary>
    public required DateOnly Day { get; init; }

    public required DateTime RecordedAt { get; init; }

    public long? ReceiptId { get; init; }

    public long? ReturnId { get; init; }

    public string Store { get; init; } = "";

    /// <summary>The person, key or job; null for a till.</summary>
    public string? Author { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether it brings money to the card.</summary>
    public static bool IsCredit(GiftCardEntryKind kind) =>
        kind is GiftCardEntryKind.Sale or GiftCardEntryKind.RedemptionReturned or GiftCardEntryKind.AdjustmentUp;
}
