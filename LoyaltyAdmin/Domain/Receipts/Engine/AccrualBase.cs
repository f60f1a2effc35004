using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>
/// What of a receipt earns points, line by line (R2): the lines after their discounts, without what the conditions take out.
/// The tax is taken out of a line in proportion to the part of its price that earns.
/// </summary>
/// <param name="Lines">Hundredths, in the order of the lines.</param>
/// <param name="Total">Their sum.</param>
public readonly record struct AccrualBase(long[] Lines, Money Total)
{
    /// <summary>Finds the base and records what does not earn, and why.</summary>
    public static AccrualBase Of(ReceiptCalculation receipt)
    {
        var conditions = receipt.Conditions.Accrual;
        var byGiftCard = !conditions.OnPartPaidByGiftCard && !receipt.Draft.PaidByGiftCard.IsZero;
        if (byGiftCard)
        {
            SpreadGiftCard(receipt);
        }

        var bases = new long[receipt.Lines.Length];
        long total = 0, points = 0, giftCard = 0, tax = 0;
        for (var i = 0; i < bases.Length; i++)
        {
            var line = receipt.Lines[i];
            if (WhyNot(line, conditions) is { } code)
            {
                receipt.Explain(line, code, line.Draft.Category ?? line.Draft.Sku);
                continue;
            }

            var left = line.Payable.Minor;
            if (!conditions.OnPartPaidByPoints)
            {
                points += line.Redeemed.Minor;
                left -= line.Redeemed.Minor;
            }

            if (byGiftCard)
            {
                var part = Math.Min(left, receipt.Parts[i]);
                giftCard += part;
                left -= part;
            }

            if (!conditions.OnTax && !line.Draft.Tax.IsZero && left > 0)
            {
                var part = TaxIn(line, left);
                tax += part;
                left -= part;
            }

            if (left == 0)
            {
                receipt.Explain(line, ReasonCodes.LineHasNoBase);
            }

            bases[i] = left;
            total += left;
        }

        ExplainPart(receipt, ReasonCodes.PaidByPointsEarnsNothing, points);
        ExplainPart(receipt, ReasonCodes.PaidByGiftCardEarnsNothing, giftCard);
        ExplainPart(receipt, ReasonCodes.TaxEarnsNothing, tax);
        return new AccrualBase(bases, new Money(total));
    }

    /// <summary>Why a line earns nothing; null where it earns.</summary>
    internal static string? WhyNot(LineCalculation line, AccrualConditions conditions) => line.Draft.Kind switch
    {
        LineKind.GiftCard => ReasonCodes.GiftCardEarnsNothing,
        LineKind.Shipping when !conditions.OnShipping => ReasonCodes.ShippingEarnsNothing,
        _ => conditions.Excluded.Contains(line.Draft.Sku, line.Draft.Category) ? ReasonCodes.ExcludedFromAccrual : null,
    };

    private static void SpreadGiftCard(ReceiptCalculation receipt)
    {
        long left = 0;
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            var line = receipt.Lines[i];
            receipt.Weights[i] = (line.Payable - line.Redeemed).Minor;
            left += receipt.Weights[i];
        }

        receipt.Spread(Math.Min(left, receipt.Draft.PaidByGiftCard.Minor));
    }

    private static long TaxIn(LineCalculation line, long part)
    {
        Int128 gross = line.Draft.Gross.Minor;
        var tax = (((Int128)line.Draft.Tax.Minor * part * 2) + gross) / (gross * 2);
        return (long)Int128.Min(part, tax);
    }

    private static void ExplainPart(ReceiptCalculation receipt, string code, long part)
    {
        if (part > 0)
        {
            receipt.Explain(code, ReceiptCalculation.Write(new Money(part)));
        }
    }
}
