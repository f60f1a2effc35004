using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>How deep campaigns may discount a receipt (R8): lines keep a price, lines and receipt a depth, the receipt its margin.</summary>
internal sealed class DiscountRoom
{
    private readonly ReceiptCalculation receipt;
    private readonly StackingPolicy policy;
    private readonly long[]? floors;
    private readonly long[] memberLines;
    private long memberTotal;

    public DiscountRoom(ReceiptCalculation receipt, StackingPolicy policy)
    {
        (this.receipt, this.policy) = (receipt, policy);
        memberLines = new long[receipt.Lines.Length];
        if (policy.MarginFloorPercent is { } margin)
        {
            floors = [.. receipt.Lines.Select(line => Floor(line.Draft, margin))];
        }
    }

    /// <summary>
    /// Sets aside what the member's own discount will take at the most: it comes after the discounts of goods, and campaigns
    /// never make it smaller than the caps would let it be without them.
    /// </summary>
    public void SetAsideForMember()
    {
        if (receipt.Terms.Discount.Rate is not (> 0 and var rate))
        {
            return;
        }

        var total = 0L;
        for (var i = 0; i < memberLines.Length; i++)
        {
            var line = receipt.Lines[i];
            if (MemberDiscountStage.WhyNot(line, receipt.Conditions.Discount) is null)
            {
                total += line.Payable.Minor;
                memberLines[i] = Math.Min(line.Payable.Minor, (long)decimal.Ceiling(line.Payable.Minor * rate / 100m) + 1);
            }
        }

        memberTotal = Rounding.ToWhole(total * rate / 100m, RoundingMode.HalfUp);
    }

    /// <summary>The member's own discount has been given.</summary>
    public void MemberHasIt()
    {
        Array.Clear(memberLines);
        memberTotal = 0;
    }

    /// <summary>Cuts a discount to what may be taken off, and records what cut it.</summary>
    /// <param name="offer">Whose discount.</param>
    /// <param name="before">What the same campaign takes off already, by line.</param>
    /// <param name="off">Hundredths by line.</param>
    public void Clip(Offer offer, long[] before, long[] off)
    {
        for (var i = 0; i < off.Length; i++)
        {
            off[i] = off[i] == 0 ? 0 : ClipLine(offer, i, before[i], off[i]);
        }

        if (policy.ReceiptDepthPercent is { } depth)
        {
            Int128 gross = 0;
            var discounts = memberTotal;
            for (var i = 0; i < off.Length; i++)
            {
                if (receipt.Lines[i].Draft.Kind != LineKind.GiftCard)
                {
                    gross += receipt.Lines[i].Draft.Gross.Minor;
                    discounts += receipt.Lines[i].Discount.Minor + before[i];
                }
            }

            ClipSum(offer, off, null, (long)((decimal)gross * depth / 100m) - discounts, OfferReasons.CutToReceiptDepth, depth);
        }

        if (floors is not null)
        {
            var room = -memberTotal;
            for (var i = 0; i < off.Length; i++)
            {
                room += floors[i] < 0 ? 0 : receipt.Lines[i].Payable.Minor - before[i] - floors[i];
            }

            ClipSum(offer, off, floors, room, OfferReasons.CutToFloor, policy.MarginFloorPercent!.Value);
        }
    }

    private long ClipLine(Offer offer, int i, long before, long off)
    {
        var line = receipt.Lines[i];
        var kept = (long)((((Int128)policy.MinimumUnitPrice.Minor * line.Draft.Quantity.Thousandths) + 999) / 1000);
        var room = Math.Min(off, Math.Max(0, line.Payable.Minor - before - kept));
        if (policy.LineDepthPercent is not { } depth)
        {
            return room;
        }

        var deepest = Math.Max(0, (long)(line.Draft.Gross.Minor * depth / 100m) - line.Discount.Minor - before - memberLines[i]);
        if (room > deepest)
        {
            offer.Cut(offer.Say(OfferReasons.CutToLineDepth, ReceiptCalculation.Write(depth)) with { Line = line.Draft.Line });
        }

        return Math.Min(room, deepest);
    }

    private static void ClipSum(Offer offer, long[] off, long[]? floors, long room, string code, decimal percent)
    {
        var some = new long[off.Length];
        var sum = 0L;
        for (var i = 0; i < off.Length; i++)
        {
            some[i] = floors is null || floors[i] >= 0 ? off[i] : 0;
            sum += some[i];
        }

        if (sum <= room || sum == 0)
        {
            return;
        }

        offer.Cut(code, ReceiptCalculation.Write(percent));
        var parts = Rounding.Spread(Math.Max(0, room), some);
        for (var i = 0; i < off.Length; i++)
        {
            off[i] += parts[i] - some[i];
        }
    }

    // Below zero: the line has no floor, for nobody knows its cost.
    private long Floor(ReceiptDraftLine line, decimal margin)
    {
        if (line.Kind != LineKind.Goods)
        {
            return -1;
        }

        var cost = line.Cost?.Minor ?? (policy.GrossMarginPercent is { } usual ? (decimal?)(line.Gross.Minor * (100m - usual) / 100m) : null);
        return cost is not { } known ? -1
            : margin >= 100 ? line.Gross.Minor
            : (long)decimal.Ceiling(known * 100m / (100m - margin));
    }
}
