using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>
/// How many points one receipt may spend, limit by limit (R3). All limits are in smallest parts of a point; what they cut is
/// told by <see cref="Explain"/>. Points become money rounded down to hundredths, and never more points are taken than
/// that sum needs, so a point worth less than a hundredth is not spent for nothing.
/// </summary>
public sealed class RedemptionLimits
{
    private readonly ReceiptCalculation receipt;
    private readonly RedemptionConditions conditions;
    private readonly decimal partValue;
    private readonly long step;
    private readonly long minimum;
    private readonly long available;
    private readonly long share;
    private readonly long moneyPart;
    private readonly long giftCard;
    private readonly long linePrices;
    private readonly long perReceipt;
    private readonly long offline;
    private readonly Money shareBase;
    private readonly decimal sharePercent;

    /// <summary>Computes the limits of a receipt from its lines that points may pay.</summary>
    /// <param name="receipt">Being decided.</param>
    /// <param name="member">Who pays.</param>
    /// <param name="eligible">To pay for the lines that points may pay.</param>
    /// <param name="eligibleDownToMinimum">The same without what must be left of each line.</param>
    /// <param name="widened">What campaigns add to the share, in hundredths.</param>
    public RedemptionLimits(ReceiptCalculation receipt, MemberFacts member, Money eligible, Money eligibleDownToMinimum, decimal widened)
    {
        this.receipt = receipt;
        conditions = receipt.Conditions.Redemption;
        partValue = conditions.PointValue * 100m / receipt.PartsOfPoint;
        step = Math.Max(1, receipt.ToParts(conditions.Step));
        minimum = receipt.ToParts(conditions.MinimumPoints);

        var payable = receipt.Payable();
        shareBase = conditions.CapBase == RedemptionCapBase.WholeReceipt ? payable : eligible;
        available = member.Available.Value;
        sharePercent = receipt.Terms.MaximumShare.Rate;
        share = PartsWithin((long)decimal.Floor((shareBase.Minor * sharePercent / 100m) + widened));
        moneyPart = PartsWithin(eligible.Minor - conditions.MinimumMoneyPart.Minor);
        giftCard = PartsWithin(payable.Minor - receipt.Draft.PaidByGiftCard.Minor);
        linePrices = PartsWithin(eligibleDownToMinimum.Minor);
        perReceipt = conditions.MaximumPointsPerReceipt is { } most ? receipt.ToParts(most) : long.MaxValue;
        offline = receipt.Draft.Offline ? receipt.ToParts(conditions.OfflinePointsPerReceipt) : long.MaxValue;
        Lowest = Math.Min(
            Math.Min(Math.Min(available, share), Math.Min(moneyPart, giftCard)), Math.Min(Math.Min(linePrices, perReceipt), offline));
    }

    /// <summary>The lowest of all limits, before the step and the minimum.</summary>
    public long Lowest { get; }

    /// <summary>Whether a limit that excluded lines make lower is the lowest.</summary>
    public bool DependOnLines => Lowest == moneyPart || Lowest == linePrices
        || (Lowest == share && conditions.CapBase == RedemptionCapBase.EligibleLines);

    /// <summary>What so many parts of points pay, rounded down to hundredths.</summary>
    public Money Worth(Points points) => new((long)decimal.Floor(points.Value * partValue));

    /// <summary>How many points are really spent of so many wanted, with limits, step, money and minimum observed. More wanted never gives less.</summary>
    public Points Settle(Points wanted)
    {
        var parts = ToStep(Math.Min(wanted.Value, Lowest));
        var enough = EnoughFor(parts);
        return enough < minimum ? Points.Zero : new Points(enough);
    }

    /// <summary>Records why less than asked for is spent.</summary>
    public void Explain(Points asked, Points spent)
    {
        if (asked.Value > Lowest)
        {
            ExplainLowest();
        }

        var limited = Math.Min(asked.Value, Lowest);
        var stepped = ToStep(limited);
        if (stepped < limited)
        {
            receipt.Explain(ReasonCodes.RoundedToStep, ReceiptCalculation.Write(conditions.Step), Write(stepped));
        }

        var enough = EnoughFor(stepped);
        if (enough < stepped)
        {
            receipt.Explain(ReasonCodes.RoundedToMoney, Write(enough), ReceiptCalculation.Write(Worth(new Points(enough))));
        }

        if (spent.IsZero && enough < minimum)
        {
            receipt.Explain(ReasonCodes.BelowMinimumPoints, Write(minimum), Write(enough));
        }
    }

    private void ExplainLowest()
    {
        if (available == Lowest)
        {
            receipt.Explain(ReasonCodes.CappedByBalance, Write(available));
        }

        if (share == Lowest)
        {
            receipt.Explain(
                ReasonCodes.CappedByShare,
                ReceiptCalculation.Write(sharePercent),
                ReceiptCalculation.Write(shareBase),
                Write(share));
        }

        if (moneyPart == Lowest && !conditions.MinimumMoneyPart.IsZero)
        {
            receipt.Explain(ReasonCodes.CappedByMoneyPart, ReceiptCalculation.Write(conditions.MinimumMoneyPart), Write(moneyPart));
        }

        if (giftCard == Lowest && !receipt.Draft.PaidByGiftCard.IsZero)
        {
            receipt.Explain(ReasonCodes.CappedByGiftCard, ReceiptCalculation.Write(receipt.Draft.PaidByGiftCard), Write(giftCard));
        }

        if (linePrices == Lowest)
        {
            receipt.Explain(ReasonCodes.CappedByUnitPrice, ReceiptCalculation.Write(conditions.MinimumUnitPrice), Write(linePrices));
        }

        if (offline == Lowest)
        {
            receipt.Explain(ReasonCodes.CappedOffline, Write(offline));
        }

        if (perReceipt == Lowest)
        {
            receipt.Explain(ReasonCodes.CappedPerReceipt, Write(perReceipt));
        }
    }

    private long PartsWithin(long hundredths) => hundredths <= 0 ? 0 : (long)decimal.Floor(hundredths / partValue);

    private long ToStep(long parts) => parts - (parts % step);

    // The fewest parts, in whole steps, that pay the same money; not fewer than the minimum where that was reached.
    private long EnoughFor(long parts)
    {
        var money = decimal.Floor(parts * partValue);
        if (money == 0)
        {
            return 0;
        }

        var fewest = (long)decimal.Ceiling(money / partValue);
        if (parts >= minimum)
        {
            fewest = Math.Max(fewest, minimum);
        }

        var beyondStep = fewest % step;
        return Math.Min(parts, beyondStep == 0 ? fewest : fewest - beyondStep + step);
    }

    private string Write(long parts) => receipt.Write(new Points(parts));
}
