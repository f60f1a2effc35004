using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Tests.Domain.Members;

public sealed class CardSeriesPlanTests
{
    private static readonly CardSeriesPlan Good = new() { Name = "Autumn", Prefix = "2201", Length = 16, Count = 1000 };

    [Fact]
    public void A_plan_that_can_be_made_has_no_problems()
    {
        Assert.Empty(Good.Check());
        Assert.Equal((11, 100_000_000_000), (Good.Middle, Good.Capacity));
    }

    [Fact]
    public void All_that_is_wrong_is_told_with_its_field()
    {
        var problems = new CardSeriesPlan { Prefix = "A1", Length = 3, Count = 100_001 }.Check();

        Assert.Equal(
            [("name", "Cards.NameMissing"), ("prefix", "Cards.PrefixDigits"), ("count", "Cards.CountOutOfRange")],
            problems.Select(p => (p.Field!, p.Code)));
    }

    [Fact]
    public void Random_numbers_must_be_sparse_and_the_length_that_suffices_is_named()
    {
        var problem = Assert.Single((Good with { Length = 8 }).Check());

        Assert.Equal("Cards.TooDense", problem.Code);
        Assert.Equal(10, problem.Arguments[1]);
        Assert.Empty((Good with { Length = 10 }).Check());
        Assert.Empty((Good with { Length = 8, IsConsecutive = true, Count = 900 }).Check());
    }

    [Fact]
    public void Consecutive_numbers_must_fit_their_length() =>
        Assert.Equal("Cards.TooManyForLength", Assert.Single((Good with { Length = 8, IsConsecutive = true, Count = 10, First = 995 }).Check()).Code);

    [Fact]
    public void Blanks_and_dashes_of_a_prefix_mean_nothing() => Assert.Equal("2201", (Good with { Prefix = " 22-01 " }).Normalise().Prefix);
}
