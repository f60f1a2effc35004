using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class R15BreakEvenTests
{
    [Fact]
    public void Five_percent_seven_tenths_redeemed_at_a_margin_of_thirty_needs_13_2_percent_more_sales()
    {
        var cost = BreakEven.Cost(0.05m, 0.70m);

        Assert.Equal(0.035m, cost);
        Assert.Equal(0.132m, decimal.Round(BreakEven.Uplift(cost, 0.30m)!.Value, 3));
    }

    [Theory]
    [InlineData(0.30, 0.30)]
    [InlineData(0.31, 0.30)]
    [InlineData(0, 0)]
    public void No_growth_pays_for_a_scheme_that_costs_the_margin(double cost, double margin) =>
        Assert.Null(BreakEven.Uplift((decimal)cost, (decimal)margin));

    [Fact]
    public void A_scheme_that_costs_nothing_needs_no_growth() => Assert.Equal(0m, BreakEven.Uplift(0m, 0.30m));

    [Fact]
    public void Worth_counts_the_value_of_a_point_in_percent_and_in_steps()
    {
        var half = new RedemptionConditions { PointValue = 0.5m };
        var percent = new ProgramConditions { Redemption = half };
        var steps = percent with
        {
            Accrual = new AccrualConditions { Mode = AccrualMode.Steps, StepAmount = Money.Of(200m), StepPoints = 12m },
        };

        Assert.Equal(0.025m, AccrualWorth.ShareOf(percent));
        Assert.Equal(0.03m, AccrualWorth.ShareOf(steps));
    }
}
