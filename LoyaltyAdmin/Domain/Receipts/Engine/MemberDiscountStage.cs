using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Gives members their discount on what is left to pay after the till's own discounts; rounded once and spread over the lines.</summary>
public sealed class MemberDiscountStage : IReceiptStage
{
    public ReceiptPhase Phase => ReceiptPhase.Receipt;

    public void Apply(ReceiptCalculation receipt)
    {
        if (receipt.Terms.Discount is not { Rate: > 0 } discount)
        {
            return;
        }

        var total = Money.Zero;
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            var line = receipt.Lines[i];
            var why = WhyNot(line, receipt.Conditions.Discount);
            receipt.Weights[i] = why is null ? line.Payable.Minor : 0;
            total += new Money(receipt.Weights[i]);
            if (why is not null)
            {
                receipt.Explain(line, why, line.Draft.Category ?? line.Draft.Sku);
            }
        }

        var given = Rounding.ToWhole(total.Minor * discount.Rate / 100m, RoundingMode.HalfUp);
        if (given == 0)
        {
            return;
        }

        receipt.Spread(given);
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Lines[i].MemberDiscount = new Money(receipt.Parts[i]);
        }

        string[] said = [ReceiptCalculation.Write(discount.Rate), ReceiptCalculation.Write(total), ReceiptCalculation.Write(new Money(given))];
        if (discount.By is { } by)
        {
            receipt.Explain(ReasonCodes.DiscountOfPrivilege, [.. said, by]);
        }
        else
        {
            receipt.Explain(ReasonCodes.MemberDiscount, said);
        }
    }

    /// <summary>Why a line has no member's discount; null where it has.</summary>
    internal static string? WhyNot(LineCalculation line, DiscountConditions conditions)
    {
        if (line.Draft.Kind == LineKind.GiftCard)
        {
            return ReasonCodes.GiftCardNotDiscounted;
        }

        if (conditions.Excluded.Contains(line.Draft.Sku, line.Draft.Category))
        {
            return ReasonCodes.ExcludedFromDiscount;
        }

        return !conditions.OnDiscountedLines && line.IsDiscounted ? ReasonCodes.DiscountedAlready : null;
    }
}
