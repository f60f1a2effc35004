using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>How much a card pays of a purchase.</summary>
public sealed record GiftCardUse(GiftCardLedger Card, Money Amount);
