namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>What is drawn on a card. The numbers are what is stored.</summary>
public enum GiftCardPicture
{
    Plain = 0,
    Ribbon = 1,
    Confetti = 2,
    Flowers = 3,
    Snow = 4,
    Waves = 5,
}
