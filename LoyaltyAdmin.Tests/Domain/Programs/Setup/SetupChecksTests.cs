using LoyaltyAdmin.Domain.Programs.Setup;

namespace LoyaltyAdmin.Tests.Domain.Programs.Setup;

public sealed class SetupChecksTests
{
    private static readonly ProgramKind[] Everything = Enum.GetValues<ProgramKind>();

    [Fact]
    public void The_templates_as_they_come_do_not_contradict_themselves()
    {
        Assert.All(Everything.Where(kind => kind != ProgramKind.Referral), kind => Assert.Empty(Found(Answers.Of(kind))));
        Assert.Equal(["Programs.SetupReferralTooDear"], Found(Answers.Of(ProgramKind.Referral)));
        Assert.Empty(Found(Answers.Of(ProgramKind.Referral) with { FriendMinimum = 2_000 }));
    }

    [Fact]
    public void A_paid_plan_gives_more_than_everybody_has()
    {
        var answers = Answers.Of(ProgramKind.Bonus, ProgramKind.Subscription) with { AccrualPercent = 10, PlanRate = 10 };

        Assert.Equal(["Programs.SetupPlanGivesNothing"], Found(answers));
        Assert.Empty(Found(answers with { PlanRate = 11 }));
    }

    [Fact]
    public void A_paid_plan_that_the_best_customers_need_not_is_told()
    {
        var answers = Answers.Of(ProgramKind.Bonus, ProgramKind.Cumulative, ProgramKind.Subscription) with { PlanRate = 7 };

        Assert.Equal(["Programs.SetupPlanBelowTop"], Found(answers));
    }

    [Fact]
    public void A_club_gives_more_than_the_top_level_and_is_no_easier_to_get_into()
    {
        var answers = Answers.Of(ProgramKind.Bonus, ProgramKind.Cumulative, ProgramKind.Club) with { ClubGives = SetupGift.Points };

        Assert.Equal(["Programs.SetupClubGivesNothing"], Found(answers with { ClubRate = 7 }));
        Assert.Equal(["Programs.SetupClubBelowTop"], Found(answers with { ClubThreshold = 40_000 }));
        Assert.Empty(Found(answers with { ClubThreshold = 0 }));
    }

    [Fact]
    public void Points_at_a_partner_that_outdo_ones_own_are_told()
    {
        var answers = Answers.Of(ProgramKind.Bonus, ProgramKind.Partner) with { PartnerRate = 6 };

        Assert.Equal(["Programs.SetupPartnerGivesMore"], Found(answers));
    }

    [Fact]
    public void A_friend_is_paid_for_by_a_purchase_of_some_size()
    {
        var answers = Answers.Of(ProgramKind.Referral) with { FriendMinimum = 0 };

        Assert.Equal(["Programs.SetupReferralAnyPurchase"], Found(answers));
    }

    [Fact]
    public void Discount_and_points_together_stay_below_the_margin()
    {
        var answers = Answers.Of(ProgramKind.Discount, ProgramKind.Bonus) with { DiscountPercent = 20, AccrualPercent = 11 };

        Assert.Equal(["Programs.SetupBothOverMargin"], Found(answers));
        Assert.Empty(Found(answers with { AccrualPercent = 10 }));
    }

    private static IEnumerable<string> Found(SetupAnswers answers) => SetupChecks.Check(answers, margin: 0.30m).Select(r => r.Code);
}
