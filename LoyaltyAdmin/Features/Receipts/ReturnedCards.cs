using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// What a return does to gift cards: those that its lines sold are disabled, and only what is left on them is paid out; those
/// that paid for its goods get money back before the buyer does.
/// </summary>
internal sealed class ReturnedCards(Receipt? receipt, EntryContext context, string store, PostingState state)
{
    private readonly List<GiftCardNote> notes = [];
    private readonly HashSet<int> lines = [];

    private GiftCardContext Context => new() { At = context.At, Day = context.Day, ReceiptId = receipt?.Id, ReturnId = context.ReturnId, Store = store };

    /// <summary>What became of each card.</summary>
    public IReadOnlyList<GiftCardNote> Notes => notes;

    /// <summary>A card comes back whole or not at all.</summary>
    public static Rejection? Check(ReturnPosting posting, Receipt receipt, PostingState state)
    {
        foreach (var goods in posting.Lines)
        {
            if (goods.Line is { } number && state.GiftCards.SoldBy(receipt.Id, number) is not null
                && receipt.Lines.Find(l => l.Line == number) is { } line && goods.Quantity != line.Quantity)
            {
                return GiftCardRejections.ReturnWhole(number);
            }
        }

        return null;
    }

    /// <summary>Whether a line of a receipt sold a card that comes back now.</summary>
    public bool IsCard(Receipt of, int line) => of.Id == receipt?.Id && lines.Contains(line);

    /// <summary>Disables the cards that were sold by the lines that come back, and lowers what is paid out for them to what is left.</summary>
    public void Disable(ReturnMatching matching)
    {
        if (receipt is null or { CardsSold.IsZero: true })
        {
            return;
        }

        foreach (var goods in matching.Lines.ToList())
        {
            if (goods is { Line: { } line } && goods.Receipt?.Id == receipt.Id && state.GiftCards.SoldBy(receipt.Id, line.Line.Line) is { } card)
            {
                lines.Add(line.Line.Line);
                var nominal = card.Card.Nominal;
                var left = card.Disable(Context);
                var share = nominal.IsZero ? 0m : (decimal)goods.Refund.Minor * Math.Min(left.Minor, nominal.Minor) / nominal.Minor;
                matching.Lower(goods, new Money(Rounding.ToWhole(share, RoundingMode.HalfUp)));
                notes.Add(card.Note(GiftCardEntryKind.Disabled, left));
            }
        }
    }

    /// <summary>Gives back to cards of what is to be given back for goods; says how much.</summary>
    public Money Restore(Money refund)
    {
        if (receipt is null or { ByGiftCard.IsZero: true })
        {
            return Money.Zero;
        }

        var restored = state.GiftCards.Restore(receipt.Id, refund, Context);
        notes.AddRange(restored);
        return restored.Aggregate(Money.Zero, (sum, note) => sum + note.Amount);
    }
}
