using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What gift cards may pay of a purchase, and what of it is gift cards that are bought.</summary>
internal static class GiftCardRoom
{
    /// <summary>A purchase of which cards pay so much more.</summary>
    public static ReceiptDraft With(ReceiptDraft draft, Money byCards) => draft with { PaidByGiftCard = draft.PaidByGiftCard + byCards };

    /// <summary>A decision that knows what the cards of this program cost that are bought.</summary>
    public static ReceiptDecision Known(ReceiptDraft draft, ReceiptDecision decision) => decision with { CardsSold = SoldIn(draft, decision) };

    /// <summary>What the lines that sell cards of this program cost.</summary>
    public static Money SoldIn(ReceiptDraft draft, ReceiptDecision decision)
    {
        var sum = Money.Zero;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            sum += draft.Lines[i].GiftCard is null ? Money.Zero : Paid(draft.Lines[i], decision.Lines[i]);
        }

        return sum;
    }

    /// <summary>What cards may pay: the goods after points, less what other cards pay already.</summary>
    public static Money Of(ReceiptDraft draft, ReceiptDecision decision)
    {
        var goods = Money.Zero;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            goods += draft.Lines[i].Kind == LineKind.GiftCard ? Money.Zero : Paid(draft.Lines[i], decision.Lines[i]);
        }

        return goods > draft.PaidByGiftCard ? goods - draft.PaidByGiftCard : Money.Zero;
    }

    private static Money Paid(ReceiptDraftLine line, LineDecision decision) => line.Gross - decision.Discount - decision.Redeemed;
}
