using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Rewards;

public class SpendingRuleTests
{
    private static readonly CategoriesCondition Food = new() { Categories = ["food"] };

    [Fact]
    public void Points_cannot_pay_what_a_campaign_forbids_and_the_line_says_by_what()
    {
        var decision = new Shop(Campaign("c", new SpendingRuleReward { Effect = SpendingEffect.Forbidden }, Food))
            .Sell(Receipt(Line(1, 1_000), Line(2, 100, "toys")).Asking(1_000));

        Assert.Equal([0m, 30m], decision.RedeemedByLine());
        Assert.Equal("c @1", decision.Said(OfferReasons.ForbidsSpending));
        Assert.Equal(1, decision.Offer("c").Use!.Uses);
    }

    [Fact]
    public void Points_may_pay_more_of_the_goods_that_a_campaign_names()
    {
        var decision = new Shop(Campaign("c", new SpendingRuleReward { SharePercent = 80 }, Food))
            .Sell(Receipt(Line(1, 1_000), Line(2, 100, "toys")).Asking(5_000));

        // 80% of 1000 and 30% of 100.
        Assert.Equal((830m, 830L), (decision.Redeemed.Amount, decision.MaximumRedeemable.Value));
        Assert.Contains(OfferReasons.WidensSpending, decision.Codes());
    }

    [Fact]
    public void A_share_below_the_usual_one_narrows_nothing() => Assert.Equal(
        300m, new Shop(Campaign("c", new SpendingRuleReward { SharePercent = 10 })).Sell(Receipt(Line(1, 1_000)).Asking(5_000)).Redeemed.Amount);

    [Fact]
    public void It_is_used_only_when_points_were_to_pay()
    {
        var offer = new Shop(Campaign("c", new SpendingRuleReward { SharePercent = 80 })).Sell(Line(1, 1_000)).Offer("c");

        Assert.Equal((OfferOutcome.Applied, 0), (offer.Outcome, offer.Use!.Uses));
    }
}
