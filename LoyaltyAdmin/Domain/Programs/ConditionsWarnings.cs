using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>
/// What is allowed but looks like a mistake or costs dearly. Told in the form of rejections, so that the same words and
/// fields serve, but nothing is refused for it.
/// </summary>
public static class ConditionsWarnings
{
    private const decimal GenerousPercent = 50m;
    private const int BriefLifeDays = 30;

    /// <summary>All warnings, each with the dotted path of its setting as the field. The conditions must have passed <see cref="ConditionsValidation"/>.</summary>
    public static IReadOnlyList<Rejection> Check(ProgramConditions conditions, int pointDecimals)
    {
        var findings = new Findings(pointDecimals);
        CheckAccrual(conditions.Accrual, conditions.Redemption.PointValue, conditions.Discount.Percent > 0 || conditions.Tiers.Enabled, findings);
        if (conditions.Redemption.Allowed)
        {
            CheckRedemption(conditions.Redemption, findings);
        }

        CheckExpiry(conditions.Expiry, findings);
        if (conditions.Tiers.Enabled)
        {
            CheckLevels(conditions, findings);
        }

        JoiningChecks.Warn(conditions, findings);
        ReferralChecks.Warn(conditions, findings);
        return findings.All;
    }

    private static void CheckAccrual(AccrualConditions accrual, decimal pointValue, bool givesOtherwise, Findings findings)
    {
        var byPercent = accrual.Mode == AccrualMode.Percent;
        var percent = byPercent ? accrual.Percent : accrual.StepPoints / accrual.StepAmount.Amount * 100m;
        var worth = percent * pointValue;
        var field = byPercent ? "Accrual.Percent" : "Accrual.StepPoints";
        findings.AddIf(percent == 0 && !givesOtherwise, field, ProgramCodes.NothingEarned);
        findings.AddIf(worth > GenerousPercent, field, ProgramCodes.GenerousAccrual, decimal.Round(worth, 2));

        CheckIdle(accrual.CapPerLine, "Accrual.CapPerLine", accrual.CapPerReceipt, findings);
        CheckIdle(accrual.CapPerReceipt, "Accrual.CapPerReceipt", accrual.CapPerMemberPerDay, findings);
        CheckIdle(accrual.CapPerMemberPerDay, "Accrual.CapPerMemberPerDay", accrual.CapPerMemberPerMonth, findings);
    }

    /// <summary>Levels are judged by what a purchase brings: worth of its points and discount, in percent of the price.</summary>
    private static void CheckLevels(ProgramConditions conditions, Findings findings)
    {
        var levels = conditions.Tiers.Ladder.Levels;
        for (var i = 0; i < levels.Count; i++)
        {
            var worth = AccrualWorth.ShareOf(conditions, levels[i].AccrualRate) * 100m;
            var (discount, field) = (levels[i].DiscountPercent ?? conditions.Discount.Percent, TierChecks.Field(i, "Name"));
            findings.AddIf(worth + discount > GenerousPercent, field, ProgramCodes.GenerousLevel, decimal.Round(worth + discount, 2));
            if (i == 0)
            {
                continue;
            }

            var below = levels[i - 1];
            var before = AccrualWorth.ShareOf(conditions, below.AccrualRate) * 100m;
            var beforeDiscount = below.DiscountPercent ?? conditions.Discount.Percent;
            var (share, beforeShare) = (Share(levels[i]), Share(below));
            if (worth + discount < before + beforeDiscount)
            {
                findings.Add(field, ProgramCodes.LevelGivesLess, levels[i].Name, below.Name);
            }
            else if (worth == before && discount == beforeDiscount && share == beforeShare && levels[i].Privileges.Trim() == below.Privileges.Trim())
            {
                findings.Add(field, ProgramCodes.LevelGivesNothing, levels[i].Name);
            }
        }

        decimal Share(TierLevel level) => level.MaximumSharePercent ?? conditions.Redemption.MaximumSharePercent;
    }

    private static void CheckIdle(decimal? cap, string field, decimal? wider, Findings findings)
    {
        if (cap > wider)
        {
            findings.Add(field, ProgramCodes.IdleCap, cap.Value, wider.Value);
        }
    }

    private static void CheckRedemption(RedemptionConditions redemption, Findings findings)
    {
        findings.AddIf(
            redemption.MaximumSharePercent == 100 && redemption.MinimumMoneyPart.IsZero,
            "Redemption.MaximumSharePercent",
            ProgramCodes.WholeSumByPoints);
        if (redemption.Step > 0 && redemption.MinimumPoints % redemption.Step != 0)
        {
            findings.Add(
                "Redemption.MinimumPoints",
                ProgramCodes.MinimumOffStep,
                redemption.MinimumPoints,
                redemption.Step,
                decimal.Ceiling(redemption.MinimumPoints / redemption.Step) * redemption.Step);
        }

        var unit = redemption.Step > 0 ? redemption.Step : findings.PointDecimals switch
        {
            0 => 1m,
            1 => 0.1m,
            _ => 0.01m,
        };
        var worth = unit * redemption.PointValue;
        findings.AddIf(
            Findings.Finer(worth, 2), "Redemption.PointValue", ProgramCodes.PointPartOffMoney, unit, worth);
    }

    private static void CheckExpiry(ExpiryConditions expiry, Findings findings)
    {
        var livesItsTerm = LifeChecks.LivesItsTerm(expiry);
        findings.AddIf(
            !livesItsTerm && expiry.Model != ExpiryModel.Never && expiry.RoundUpTo != TermRounding.None,
            "Expiry.RoundUpTo",
            ProgramCodes.IdleTermRounding);
        var days = LifeChecks.FewestDays(expiry);
        findings.AddIf(
            livesItsTerm && expiry.RoundUpTo == TermRounding.None && expiry.Unit == TermUnit.Days && days < BriefLifeDays,
            "Expiry.Term",
            ProgramCodes.ShortLife,
            days);
    }
}
