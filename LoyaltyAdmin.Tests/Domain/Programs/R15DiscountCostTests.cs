using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public sealed class R15DiscountCostTests
{
    [Fact]
    public void A_discount_costs_all_of_it_and_points_only_as_far_as_they_are_spent()
    {
        var scheme = new SchemeEconomics(AccrualShare: 0.05m, Redeemed: 0.70m, Margin: 0.30m) { DiscountShare = 0.10m };

        // 10% off, and 5% of the other 90% in points of which 70% are spent: 10% + 3.15%.
        Assert.Equal(0.1315m, scheme.Cost);
        Assert.Equal(0.1315m / (0.30m - 0.1315m), scheme.Uplift);
    }

    [Fact]
    public void A_discount_alone_needs_the_growth_that_its_share_of_the_margin_says()
    {
        var scheme = new SchemeEconomics(AccrualShare: 0m, Redeemed: 0.70m, Margin: 0.30m) { DiscountShare = 0.10m };

        Assert.Equal(0.5m, scheme.Uplift);
    }
}
