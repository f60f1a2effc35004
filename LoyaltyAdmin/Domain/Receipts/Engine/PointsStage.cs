using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Pays a part of the receipt by points, spread over the lines that points may pay (R3).</summary>
public sealed class PointsStage : IReceiptStage
{
    public ReceiptPhase Phase => ReceiptPhase.Points;

    public void Apply(ReceiptCalculation receipt)
    {
        var asked = receipt.Draft.RedeemPoints;
        if (receipt.Member is not { } member)
        {
            ExplainIfAsked(receipt, ReasonCodes.NoMember);
            return;
        }

        if (!receipt.Conditions.Redemption.Allowed)
        {
            ExplainIfAsked(receipt, ReasonCodes.RedemptionOff);
            return;
        }

        if (!member.MaySpend)
        {
            ExplainIfAsked(receipt, ReasonCodes.NotIdentified);
            return;
        }

        Money eligible = default, downToMinimum = default;
        var widened = 0m;
        foreach (var line in receipt.Lines)
        {
            if (WhyNot(line, receipt.Conditions.Redemption) is null)
            {
                eligible += line.Payable;
                downToMinimum += MostOf(line, receipt.Conditions.Redemption);
                widened += line.WidenedShare is { } share ? line.Payable.Minor * Math.Max(0m, share - receipt.Terms.MaximumShare.Rate) / 100m : 0m;
            }
        }

        if (eligible.IsZero)
        {
            ExplainIfAsked(receipt, ReasonCodes.NothingRedeemable);
            ExplainLines(receipt);
            return;
        }

        var limits = new RedemptionLimits(receipt, member, eligible, downToMinimum, widened);
        receipt.MaximumRedeemable = limits.Settle(new Points(long.MaxValue));
        if (asked.IsZero)
        {
            return;
        }

        if (member.Unconfirmed is { } unconfirmed)
        {
            receipt.Explain(unconfirmed);
            return;
        }

        var spent = limits.Settle(asked);
        if (!spent.IsZero)
        {
            SpreadMoney(receipt, limits.Worth(spent).Minor);
            SpreadPoints(receipt, spent.Value);
        }

        if (spent < asked)
        {
            limits.Explain(asked, spent);
            if (asked.Value > limits.Lowest && limits.DependOnLines)
            {
                ExplainLines(receipt);
            }
        }
    }

    private static void ExplainIfAsked(ReceiptCalculation receipt, string code)
    {
        if (!receipt.Draft.RedeemPoints.IsZero)
        {
            receipt.Explain(code);
        }
    }

    private static string? WhyNot(LineCalculation line, RedemptionConditions conditions)
    {
        if (line.Draft.Kind == LineKind.GiftCard)
        {
            return ReasonCodes.GiftCardNotRedeemable;
        }

        if (conditions.Excluded.Contains(line.Draft.Sku, line.Draft.Category))
        {
            return ReasonCodes.ExcludedFromRedemption;
        }

        return line.SpendingForbiddenBy is not null ? OfferReasons.ForbidsSpending
            : !conditions.OnDiscountedLines && line.IsDiscounted ? ReasonCodes.DiscountedNotRedeemable : null;
    }

    private static void ExplainLines(ReceiptCalculation receipt)
    {
        if (receipt.Draft.RedeemPoints.IsZero)
        {
            return;
        }

        foreach (var line in receipt.Lines)
        {
            if (WhyNot(line, receipt.Conditions.Redemption) is { } code)
            {
                receipt.Explain(
                    line, code, code == OfferReasons.ForbidsSpending ? line.SpendingForbiddenBy! : line.Draft.Category ?? line.Draft.Sku);
            }
        }
    }

    // The price that must be left is rounded up, so that a part of a unit keeps its due as well.
    private static Money MostOf(LineCalculation line, RedemptionConditions conditions)
    {
        var kept = (((Int128)conditions.MinimumUnitPrice.Minor * line.Draft.Quantity.Thousandths) + 999) / 1000;
        var most = line.Payable.Minor - kept;
        return most > 0 ? new Money((long)most) : Money.Zero;
    }

    // In proportion to what the lines cost; where a line's share exceeds what may be taken of it, the rest goes to the others.
    private static void SpreadMoney(ReceiptCalculation receipt, long money)
    {
        var conditions = receipt.Conditions.Redemption;
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            var line = receipt.Lines[i];
            receipt.Weights[i] = WhyNot(line, conditions) is null ? line.Payable.Minor : 0;
        }

        while (money > 0)
        {
            receipt.Spread(money);
            var full = false;
            for (var i = 0; i < receipt.Lines.Length; i++)
            {
                var line = receipt.Lines[i];
                if (receipt.Weights[i] > 0 && MostOf(line, conditions) is var most && receipt.Parts[i] >= most.Minor)
                {
                    line.Redeemed = most;
                    receipt.Weights[i] = 0;
                    money -= most.Minor;
                    full = true;
                }
            }

            if (!full)
            {
                break;
            }
        }

        for (var i = 0; money > 0 && i < receipt.Lines.Length; i++)
        {
            if (receipt.Weights[i] > 0)
            {
                receipt.Lines[i].Redeemed = new Money(receipt.Parts[i]);
            }
        }
    }

    private static void SpreadPoints(ReceiptCalculation receipt, long points)
    {
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Weights[i] = receipt.Lines[i].Redeemed.Minor;
        }

        receipt.Spread(points);
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Lines[i].RedeemedPoints = new Points(receipt.Parts[i]);
        }
    }
}
