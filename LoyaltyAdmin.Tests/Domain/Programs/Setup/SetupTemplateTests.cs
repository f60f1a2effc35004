using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Programs.Setup;

namespace LoyaltyAdmin.Tests.Domain.Programs.Setup;

public sealed class SetupTemplateTests
{
    /// <summary>Every mix there is: 127 of seven types.</summary>
    public static TheoryData<int> Mixes => [.. Enumerable.Range(1, 127)];

    [Theory]
    [MemberData(nameof(Mixes))]
    public void Every_mix_can_be_published_as_it_comes(int mix)
    {
        var conditions = SetupTemplate.Compose(Answers.Of(mix), new ProgramConditions());

        Assert.Empty(ConditionsValidation.Check(conditions, pointDecimals: 0));
    }

    [Theory]
    [MemberData(nameof(Mixes))]
    public void Points_pay_where_somebody_gets_some_and_nowhere_else(int mix)
    {
        var answers = Answers.Of(mix);

        Assert.Equal(answers.GivesPoints, SetupTemplate.Compose(answers, new ProgramConditions()).Redemption.Allowed);
    }

    [Fact]
    public void A_discount_program_lets_off_at_once_and_gives_no_points()
    {
        var conditions = SetupTemplate.Compose(Answers.Of(ProgramKind.Discount), new ProgramConditions());

        Assert.Equal((5m, 0m, false, false), (conditions.Discount.Percent, conditions.Accrual.Percent, conditions.Redemption.Allowed, conditions.Tiers.Enabled));
    }

    [Theory]
    [InlineData(ProgramKind.Bonus, 3, 0)]
    [InlineData(ProgramKind.Discount, 0, 3)]
    public void Levels_give_what_the_program_gives_and_the_lowest_is_for_everybody(ProgramKind main, decimal points, decimal discount)
    {
        var conditions = SetupTemplate.Compose(Answers.Of(ProgramKind.Cumulative).Choose(main, true), new ProgramConditions());

        Assert.Equal((points, discount), (conditions.Accrual.Percent, conditions.Discount.Percent));
        var levels = conditions.Tiers.Ladder.Levels;
        Assert.Equal(main == ProgramKind.Bonus ? [null, 5m, 7m] : [null, null, (decimal?)null], levels.Select(l => l.AccrualRate));
        Assert.Equal(main == ProgramKind.Bonus ? [null, null, (decimal?)null] : [null, 5m, 7m], levels.Select(l => l.DiscountPercent));
    }

    [Fact]
    public void Zone_currency_and_names_of_points_stay()
    {
        var basis = new ProgramConditions { TimeZone = "Asia/Omsk", Currency = "KZT", Unit = new PointsUnit { English = new CountedWord("star", "stars", "stars") } };

        var conditions = SetupTemplate.Compose(Answers.Of(ProgramKind.Bonus), basis);

        Assert.Equal((basis.TimeZone, basis.Currency, basis.Unit), (conditions.TimeZone, conditions.Currency, conditions.Unit));
    }

    [Fact]
    public void A_kind_that_is_chosen_twice_is_chosen_once_and_can_be_taken_back()
    {
        var answers = new SetupAnswers().Choose(ProgramKind.Club, true).Choose(ProgramKind.Club, true);

        Assert.Equal([ProgramKind.Club], answers.Kinds);
        Assert.Empty(answers.Choose(ProgramKind.Club, false).Kinds);
    }
}
