using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Cuts what a receipt earned to the caps of R2, in their order: line, receipt, member's day, member's month.</summary>
public static class AccrualCaps
{
    /// <summary>Applies the caps and records each cut. What one cap cuts is lost, never moved to another line.</summary>
    public static void Apply(ReceiptCalculation receipt, MemberFacts member)
    {
        var conditions = receipt.Conditions.Accrual;
        if (conditions.CapPerLine is { } perLine)
        {
            CutLines(receipt, new Points(receipt.ToParts(perLine)));
        }

        if (conditions.CapPerReceipt is { } perReceipt)
        {
            CutReceipt(receipt, ReasonCodes.CutPerReceipt, perReceipt, null);
        }

        if (conditions.CapPerMemberPerDay is { } perDay)
        {
            CutReceipt(receipt, ReasonCodes.CutPerDay, perDay, member.AccruedThatDay);
        }

        if (conditions.CapPerMemberPerMonth is { } perMonth)
        {
            CutReceipt(receipt, ReasonCodes.CutPerMonth, perMonth, member.AccruedThatMonth);
        }
    }

    private static void CutLines(ReceiptCalculation receipt, Points cap)
    {
        foreach (var line in receipt.Lines)
        {
            if (line.Accrued > cap)
            {
                receipt.Explain(line, ReasonCodes.CutPerLine, receipt.Write(cap), receipt.Write(line.Accrued));
                line.Accrued = cap;
            }
        }
    }

    // Spread by what the lines have, so that no line gets more than before and the cap per line still holds.
    private static void CutReceipt(ReceiptCalculation receipt, string code, decimal capPoints, Points? before)
    {
        long earned = 0;
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Weights[i] = receipt.Lines[i].Accrued.Value;
            earned += receipt.Weights[i];
        }

        var cap = receipt.ToParts(capPoints);
        var room = Math.Max(0, cap - (before?.Value ?? 0));
        if (earned <= room)
        {
            return;
        }

        receipt.Explain(code, before is { } sum
            ? [receipt.Write(new Points(cap)), receipt.Write(sum), receipt.Write(new Points(earned))]
            : [receipt.Write(new Points(cap)), receipt.Write(new Points(earned))]);
        receipt.Spread(room);
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Lines[i].Accrued = new Points(receipt.Parts[i]);
        }
    }
}
