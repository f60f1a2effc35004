using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>
/// What a return of a part of a line gives back of the main scheme: cumulative, so that parts add up to the whole exactly (R4). What
/// campaigns take back is said by them.
/// </summary>
public static class ReturnRule
{
    /// <summary>Returns so much of a line; the line's own count of what came back rises with it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than is left of the line.</exception>
    public static LineReturn ByQuantity(ReceiptLine line, Quantity quantity)
    {
        var returned = line.ReturnedQuantity + quantity;
        if (returned > line.Quantity)
        {
            throw new ArgumentOutOfRangeException(nameof(quantity));
        }

        var refund = Share(line.Net.Minor, returned.Thousandths, line.Quantity.Thousandths) - line.Refunded.Minor;
        return Take(line, quantity, new Money(Math.Max(0, refund)), returned.Thousandths, line.Quantity.Thousandths);
    }

    /// <summary>
    /// Returns a part of a line that has a refund of its own (an imported return): points follow the money in proportion.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than is left of the line.</exception>
    public static LineReturn ByAmount(ReceiptLine line, Quantity quantity, Money refund)
    {
        var refunded = line.Refunded + refund;
        if (refunded > line.Net)
        {
            throw new ArgumentOutOfRangeException(nameof(refund));
        }

        return Take(line, Quantity.Min(quantity, line.Quantity - line.ReturnedQuantity), refund, refunded.Minor, line.Net.Minor);
    }

    private static LineReturn Take(ReceiptLine line, Quantity quantity, Money refund, long part, long whole)
    {
        // A line returned by amount and by quantity in turn never gives back more than it has, nor less than it gave.
        var main = (line.Accrued - line.Promoted).Value;
        var reversed = new Points(Math.Max(0, Share(main, part, whole) - (line.Reversed - line.PromotedReversed).Value));
        var restored = new Points(Math.Max(0, Share(line.RedeemedPoints.Value, part, whole) - line.Restored.Value));
        line.ReturnedQuantity += quantity;
        line.Refunded += refund;
        line.Reversed += reversed;
        line.Restored += restored;
        return new LineReturn(line, quantity, refund, reversed, restored);
    }

    private static long Share(long amount, long part, long whole) =>
        whole == 0 ? 0 : Rounding.ToWhole((decimal)amount * part / whole, RoundingMode.HalfUp);
}

/// <summary>What one line gives back with one return.</summary>
/// <param name="Line">The line, its counts already raised.</param>
/// <param name="Quantity">How much came back.</param>
/// <param name="Refund">Money to give back.</param>
/// <param name="Reversed">Earned points to take back.</param>
/// <param name="Restored">Spent points to give back.</param>
public sealed record LineReturn(ReceiptLine Line, Quantity Quantity, Money Refund, Points Reversed, Points Restored);
