using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Gives the points of the main scheme for what was bought (R2), rounded once and spread over the lines.</summary>
public sealed class AccrualStage : IReceiptStage
{
    /// <summary>The rule that lots of the main scheme name as their source.</summary>
    public const string RuleKey = "main";

    public ReceiptPhase Phase => ReceiptPhase.Accrual;

    public void Apply(ReceiptCalculation receipt)
    {
        if (receipt.Member is not { } member)
        {
            return;
        }

        var bases = AccrualBase.Of(receipt);
        var points = Earn(receipt, bases.Total);
        if (points > 0)
        {
            SpreadOver(receipt, bases.Lines, points);
        }

        if (receipt.Offers is { } offers)
        {
            if (offers.Earn(bases, points))
            {
                AccrualCaps.Apply(receipt, member);
                Credit(receipt, member, offers.SettlePoints());
                offers.Credit(member);
            }
        }
        else if (points > 0)
        {
            AccrualCaps.Apply(receipt, member);
            Credit(receipt, member, Sum(receipt));
        }
    }

    private static long Earn(ReceiptCalculation receipt, Money total)
    {
        var conditions = receipt.Conditions.Accrual;
        var rate = receipt.Terms.Accrual.Rate;
        if (rate == 0)
        {
            receipt.Explain(ReasonCodes.AccrualOff, Version(receipt));
            return 0;
        }

        if (total.IsZero)
        {
            receipt.Explain(ReasonCodes.NothingEarns);
            return 0;
        }

        if (total < conditions.MinimumBase)
        {
            receipt.Explain(
                ReasonCodes.BelowMinimumBase,
                ReceiptCalculation.Write(total),
                ReceiptCalculation.Write(conditions.MinimumBase.Value));
            return 0;
        }

        // Money counts in hundredths and the percent too, hence the ten-thousandth.
        var exact = conditions.Mode == AccrualMode.Percent
            ? total.Minor * rate * receipt.PartsOfPoint * 0.0001m
            : total.Minor / conditions.StepAmount.Minor * rate * receipt.PartsOfPoint;
        var points = Rounding.ToWhole(exact, conditions.Rounding);
        if (receipt.Terms.Accrual.By is { } by)
        {
            receipt.Explain(ReasonCodes.RateOfPrivilege, by);
        }

        ExplainRate(receipt, conditions, total, points);
        return points;
    }

    private static void ExplainRate(ReceiptCalculation receipt, AccrualConditions conditions, Money total, long points)
    {
        var (sum, earned) = (ReceiptCalculation.Write(total), receipt.Write(new Points(points)));
        if (points == 0)
        {
            receipt.Explain(ReasonCodes.TooSmallToEarn, sum);
        }
        else if (conditions.Mode == AccrualMode.Percent)
        {
            receipt.Explain(
                ReasonCodes.Accrued, ReceiptCalculation.Write(receipt.Terms.Accrual.Rate), sum, earned, Version(receipt));
        }
        else
        {
            receipt.Explain(
                ReasonCodes.AccruedBySteps,
                ReceiptCalculation.Write(receipt.Terms.Accrual.Rate),
                ReceiptCalculation.Write(conditions.StepAmount),
                sum,
                earned,
                Version(receipt));
        }
    }

    private static void SpreadOver(ReceiptCalculation receipt, long[] bases, long points)
    {
        Rounding.Spread(points, bases, receipt.Parts);
        for (var i = 0; i < bases.Length; i++)
        {
            receipt.Lines[i].Accrued = new Points(receipt.Parts[i]);
            if (bases[i] > 0 && receipt.Parts[i] == 0)
            {
                receipt.Explain(
                    receipt.Lines[i], ReasonCodes.LineTooSmallToEarn, ReceiptCalculation.Write(new Money(bases[i])));
            }
        }
    }

    private static Points Sum(ReceiptCalculation receipt)
    {
        var points = Points.Zero;
        foreach (var line in receipt.Lines)
        {
            points += line.Accrued;
        }

        return points;
    }

    private static void Credit(ReceiptCalculation receipt, MemberFacts member, Points points)
    {
        if (points.IsZero)
        {
            return;
        }

        var (earnedAt, conditions) = (receipt.Draft.OccurredAt, receipt.Conditions);
        var activatesAt = ActivationRule.ActivatesAt(conditions.Activation, earnedAt, receipt.Calendar);
        receipt.Credits.Add(new CreditDecision
        {
            Points = points,
            Block = BudgetBlock.Main,
            RuleKey = RuleKey,
            RuleVersion = receipt.Version.Number,
            ActivatesAt = activatesAt,
            ExpiresAt = ExpiryRule.ExpiresAt(
                conditions.Expiry, earnedAt, activatesAt, member.JoinedOn, receipt.Calendar),
            FollowsActivity = conditions.Expiry.Model == ExpiryModel.FromLastActivity,
            Partner = member.Partner?.Key,
        });
    }

    private static string Version(ReceiptCalculation receipt) => ReceiptCalculation.Write(receipt.Version.Number);
}
