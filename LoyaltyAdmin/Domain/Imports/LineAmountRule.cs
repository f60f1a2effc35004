using System.Globalization;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a row of a receipts file sells, or takes back.</summary>
/// <param name="IsReturn">Whether the quantity, the price or the amount was negative.</param>
/// <param name="Quantity">Without its sign.</param>
/// <param name="Gross">Of the whole line before the discount, without its sign.</param>
/// <param name="Discount">Never more than the gross.</param>
public readonly record struct LineAmounts(bool IsReturn, Quantity Quantity, Money Gross, Money Discount);

/// <summary>Finds a line's amounts from those that the row gives. The amount of the whole line is what counts; a price is only a way to it.</summary>
public static class LineAmountRule
{
    /// <param name="quantity">In thousandths; null where not given: one.</param>
    /// <param name="price">Of one unit, in hundredths; null where not given.</param>
    /// <param name="amount">Of the whole line, in hundredths; null where not given.</param>
    /// <param name="discount">Of the whole line, in hundredths, whatever its sign; null where not given.</param>
    public static Result<LineAmounts> Decide(long? quantity, long? price, long? amount, long? discount)
    {
        if (price is null && amount is null)
        {
            return new Rejection("Imports.AmountMissing");
        }

        var isReturn = quantity < 0 || price < 0 || amount < 0;
        var thousandths = Math.Abs(quantity ?? 1000);
        var ofPrice = price is { } unit ? Math.Abs(unit) * (thousandths / 1000m) : 0m;
        if (ofPrice > 9_000_000_000_000_00m)
        {
            return new Rejection("Imports.AmountTooLarge");
        }

        var gross = Math.Abs(amount ?? Rounding.ToWhole(ofPrice, RoundingMode.HalfUp));

        // A price is rounded to hundredths, so a line of n units may differ from n prices by n hundredths. No units, no price.
        if (amount is not null && price is not null && thousandths > 0 && Math.Abs(gross - ofPrice) > Math.Max(1m, thousandths / 1000m))
        {
            return new Rejection("Imports.AmountDisagrees", Text(gross / 100m), Text(Math.Abs(price.Value) / 100m), Text(thousandths / 1000m));
        }

        var less = Math.Abs(discount ?? 0);
        return less > gross
            ? new Rejection("Imports.DiscountAboveAmount", Text(less / 100m), Text(gross / 100m))
            : new LineAmounts(isReturn, new Quantity(thousandths), new Money(gross), new Money(less));
    }

    private static string Text(decimal value) => value.ToString("0.00#", CultureInfo.InvariantCulture);
}
