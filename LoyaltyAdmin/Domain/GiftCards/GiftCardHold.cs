using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Money of a card that an unconfirmed receipt has set aside (R19), as long as its hold is open and in time.</summary>
public sealed class GiftCardHold
{
    public required long HoldId { get; init; }

    public required long CardId { get; init; }

    public required Money Amount { get; init; }
}
