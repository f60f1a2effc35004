using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs.Setup;

/// <summary>What contradicts itself in a program of several kinds, or gives nobody a reason. Nothing is refused for it.</summary>
public static class SetupChecks
{
    /// <summary>All contradictions; the codes are keys of the programs' texts.</summary>
    /// <param name="answers">What the marketer says.</param>
    /// <param name="margin">The shop's gross margin as a share of sales.</param>
    public static IReadOnlyList<Rejection> Check(SetupAnswers answers, decimal margin)
    {
        var found = new List<Rejection>();
        var (everybody, top) = (Worth(answers, level: 0), Worth(answers, answers.Levels.Count - 1));
        if (answers.Has(ProgramKind.Subscription) && Best(answers, answers.PlanGives, answers.PlanRate) <= everybody)
        {
            found.Add(new Rejection("Programs.SetupPlanGivesNothing", answers.PlanName));
        }
        else if (answers.Has(ProgramKind.Subscription) && answers.Has(ProgramKind.Cumulative) && Best(answers, answers.PlanGives, answers.PlanRate) <= top)
        {
            found.Add(new Rejection("Programs.SetupPlanBelowTop", answers.PlanName, answers.Levels[^1].Name));
        }

        if (answers.Has(ProgramKind.Club) && Best(answers, answers.ClubGives, answers.ClubRate) <= top)
        {
            found.Add(new Rejection("Programs.SetupClubGivesNothing", answers.ClubName));
        }

        if (answers.Has(ProgramKind.Club) && answers.Has(ProgramKind.Cumulative) && answers.ClubThreshold > 0 && answers.ClubThreshold < answers.Levels[^1].Threshold)
        {
            found.Add(new Rejection("Programs.SetupClubBelowTop", answers.ClubName, answers.ClubThreshold, answers.Levels[^1].Name, answers.Levels[^1].Threshold));
        }

        if (answers.Has(ProgramKind.Partner) && answers.PartnerRate > SetupTemplate.MainRate(answers, SetupGift.Points) && SetupTemplate.MainRate(answers, SetupGift.Points) > 0)
        {
            found.Add(new Rejection("Programs.SetupPartnerGivesMore", answers.PartnerName, answers.PartnerRate, SetupTemplate.MainRate(answers, SetupGift.Points)));
        }

        if (answers.Has(ProgramKind.Referral))
        {
            CheckReferral(answers, margin, found);
        }

        if (answers.Has(ProgramKind.Discount) && answers.Has(ProgramKind.Bonus) && answers.DiscountPercent + answers.AccrualPercent > margin * 100m)
        {
            found.Add(new Rejection("Programs.SetupBothOverMargin", answers.DiscountPercent, answers.AccrualPercent, decimal.Round(margin * 100m, 1)));
        }

        return found;
    }

    private static void CheckReferral(SetupAnswers answers, decimal margin, List<Rejection> found)
    {
        var reward = answers.ReferrerPoints + answers.FriendPoints;
        if (answers.FriendMinimum == 0)
        {
            found.Add(new Rejection("Programs.SetupReferralAnyPurchase", reward));
        }
        else if (reward > answers.FriendMinimum * margin)
        {
            found.Add(new Rejection("Programs.SetupReferralTooDear", reward, answers.FriendMinimum, decimal.Round(answers.FriendMinimum * margin)));
        }
    }

    /// <summary>What a purchase brings on a level, in percent of it: points and discount together.</summary>
    private static decimal Worth(SetupAnswers answers, int level)
    {
        var own = answers.Has(ProgramKind.Cumulative) && level >= 0 ? answers.Levels[level].Rate : (decimal?)null;
        return Rate(SetupGift.Points) + Rate(SetupGift.Discount);

        decimal Rate(SetupGift gift) => own is { } rate && answers.LevelsGive == gift ? rate : SetupTemplate.MainRate(answers, gift);
    }

    /// <summary>What a purchase brings with terms of one's own beside what everybody has of the other gift.</summary>
    private static decimal Best(SetupAnswers answers, SetupGift gift, decimal rate)
    {
        var other = gift == SetupGift.Points ? SetupGift.Discount : SetupGift.Points;
        return Math.Max(rate, SetupTemplate.MainRate(answers, gift)) + SetupTemplate.MainRate(answers, other);
    }
}
