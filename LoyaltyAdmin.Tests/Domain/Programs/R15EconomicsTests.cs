using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class R15EconomicsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public void Five_percent_seven_tenths_redeemed_at_thirty_costs_so_much_a_year_and_needs_so_many_purchases()
    {
        var economics = new SchemeEconomics(0.05m, 0.70m, 0.30m);

        Assert.Equal(0.132m, decimal.Round(economics.Uplift!.Value, 3));
        Assert.Equal(1_240_000m, decimal.Round(economics.CostOf(35_428_571m)));
        Assert.Equal(55m, economics.MorePurchasesAMonth(6_000_000m, 1_210m));
    }

    [Fact]
    public void Where_no_growth_pays_no_number_of_purchases_does()
    {
        var economics = new SchemeEconomics(0.5m, 0.8m, 0.30m);

        Assert.Null(economics.Uplift);
        Assert.Null(economics.MorePurchasesAMonth(6_000_000m, 1_000m));
    }

    [Theory]
    [InlineData(1000, 100, 360, 0.6)]
    [InlineData(1000, 0, 0, 1.0)]
    [InlineData(1000, 0, 1000, 0.0)]
    public void Settled_points_that_did_not_expire_were_spent(long issued, long reversed, long expired, double spent) =>
        Assert.Equal((decimal)spent, SettledPoints.RedeemedShare(issued, reversed, expired));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(100, 100, 0)]
    [InlineData(100, 0, 101)]
    public void Points_of_different_times_tell_nothing(long issued, long reversed, long expired) =>
        Assert.Null(SettledPoints.RedeemedShare(issued, reversed, expired));

    [Fact]
    public void Points_are_settled_a_life_after_the_day_they_were_earned()
    {
        Assert.Equal(new DateOnly(2025, 3, 10), SettledPoints.Until(new ExpiryConditions(), Today));
        Assert.Equal(new DateOnly(2025, 2, 10), SettledPoints.Until(new ExpiryConditions { RoundUpTo = TermRounding.EndOfMonth }, Today));
        Assert.Equal(Today.AddDays(-90), SettledPoints.Until(new ExpiryConditions { Unit = TermUnit.Days, Term = 90 }, Today));
        Assert.Null(SettledPoints.Until(new ExpiryConditions { Model = ExpiryModel.Never }, Today));
    }
}
