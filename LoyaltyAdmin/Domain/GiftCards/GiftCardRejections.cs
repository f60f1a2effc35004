using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Why a gift card does not do what was asked of it.</summary>
public static class GiftCardRejections
{
    public const string WrongPin = "GiftCards.PinWrong";

    public static Rejection Unknown(string code) => new("GiftCards.CardUnknown", GiftCard.Mask(code)) { Field = "giftCards" };

    public static Rejection OrderUnknown(long id) => new("GiftCards.OrderUnknown", id);

    public static Rejection NotSold(GiftCard card) => new("GiftCards.NotSold", GiftCard.Mask(card.Code)) { Field = "giftCards" };

    public static Rejection UsedUp(GiftCard card) => new("GiftCards.UsedUp", GiftCard.Mask(card.Code)) { Field = "giftCards" };

    public static Rejection Expired(GiftCard card) => new("GiftCards.Expired", GiftCard.Mask(card.Code)) { Field = "giftCards" };

    public static Rejection Disabled(GiftCard card) => new("GiftCards.Disabled", GiftCard.Mask(card.Code)) { Field = "giftCards" };

    public static Rejection Blocked(GiftCard card) => new("GiftCards.Blocked", GiftCard.Mask(card.Code)) { Field = "giftCards" };

    public static Rejection NotEnough(GiftCard card, Money available) =>
        new("GiftCards.NotEnough", GiftCard.Mask(card.Code), available.Amount) { Field = "giftCards" };

    public static Rejection PinMissing(GiftCard card) => new("GiftCards.PinMissing", GiftCard.Mask(card.Code)) { Field = "pin" };

    public static Rejection PinWrong(GiftCard card) => new(WrongPin, GiftCard.Mask(card.Code)) { Field = "pin" };

    public static Rejection SoldAlready(GiftCard card) => new("GiftCards.SoldAlready", GiftCard.Mask(card.Code)) { Field = "lines" };

    public static Rejection ReturnWhole(int line) => new("GiftCards.ReturnWhole", line) { Field = "lines" };
}
