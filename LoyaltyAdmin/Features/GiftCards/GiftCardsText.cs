namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Words of gift cards.</summary>
public sealed class GiftCardsText;
