using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Whether a purchase makes sense at all, before it is decided.</summary>
public static class DraftValidation
{
    /// <summary>A receipt has at least one line.</summary>
    public const string NoLines = "Receipts.NoLines";

    /// <summary>Each line has a number of its own (line).</summary>
    public const string LineTwice = "Receipts.LineTwice";

    /// <summary>Something must be sold by each line (line).</summary>
    public const string NoQuantity = "Receipts.NoQuantity";

    /// <summary>A discount is not larger than the sum it is on (line).</summary>
    public const string DiscountAboveSum = "Receipts.DiscountAboveSum";

    /// <summary>The order discount is not larger than the sum of the lines (discount, sum).</summary>
    public const string OrderDiscountAboveSum = "Receipts.OrderDiscountAboveSum";

    /// <summary>A gift card cannot pay more than there is to pay (gift card, sum).</summary>
    public const string GiftCardAboveSum = "Receipts.GiftCardAboveSum";

    /// <summary>The first thing that is wrong with a draft, or null.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="isHistory">Whether it comes from the books of earlier days, which are taken as they stand: also lines of quantity 0.</param>
    public static Rejection? Check(ReceiptDraft draft, bool isHistory = false)
    {
        if (draft.Lines.Count == 0)
        {
            return new Rejection(NoLines) { Field = "lines" };
        }

        var sum = Money.Zero;
        for (var i = 0; i < draft.Lines.Count; i++)
        {
            var line = draft.Lines[i];
            if (HasBefore(draft.Lines, i))
            {
                return new Rejection(LineTwice, line.Line) { Field = "lines" };
            }

            if (line.Quantity == Quantity.Zero && !isHistory)
            {
                return new Rejection(NoQuantity, line.Line) { Field = "lines" };
            }

            if (line.Discount > line.Gross)
            {
                return new Rejection(DiscountAboveSum, line.Line) { Field = "lines" };
            }

            sum += line.Gross - line.Discount;
        }

        if (draft.OrderDiscount > sum)
        {
            return new Rejection(OrderDiscountAboveSum, draft.OrderDiscount.Amount, sum.Amount) { Field = "orderDiscount" };
        }

        sum -= draft.OrderDiscount;
        return draft.PaidByGiftCard > sum
            ? new Rejection(GiftCardAboveSum, draft.PaidByGiftCard.Amount, sum.Amount) { Field = "paidByGiftCard" }
            : null;
    }

    private static bool HasBefore(IReadOnlyList<ReceiptDraftLine> lines, int index)
    {
        var number = lines[index].Line;
        for (var i = index - 1; i >= 0; i--)
        {
            if (lines[i].Line == number)
            {
                return true;
            }
        }

        return false;
    }
}
