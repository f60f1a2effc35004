using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Rewards;

public class DiscountRewardsTests
{
    private static readonly CategoriesCondition Food = new() { Categories = ["food"] };

    private static decimal[] Off(Reward reward, Condition? condition, params ReceiptDraftLine[] lines) =>
        new Shop(Campaign("c", reward, condition)).Sell(lines).DiscountByLine();

    [Fact]
    public void A_percent_is_rounded_once_and_spread() =>
        Assert.Equal([3.34m, 3.33m, 3.33m], Off(new DiscountPercentReward { Percent = 10 }, null, Line(1, 33.33m), Line(2, 33.33m), Line(3, 33.33m)));

    [Theory]
    [InlineData(RewardTarget.Matched, 10, 0, 0)]
    [InlineData(RewardTarget.Whole, 10, 10, 0)]
    [InlineData(RewardTarget.Chosen, 0, 10, 0)]
    public void A_reward_is_for_what_matched_for_all_goods_or_for_those_it_names(RewardTarget on, int food, int toys, int delivery)
    {
        var reward = new DiscountPercentReward { On = on, Goods = Categories("toys") };

        Assert.Equal([food, toys, delivery], Off(reward, Food, Line(1, 100), Line(2, 100, "toys"), Line(3, 100, kind: LineKind.Shipping)));
    }

    [Fact]
    public void A_percent_takes_no_more_than_its_most() =>
        Assert.Equal([15m], Off(new DiscountPercentReward { Percent = 50, AtMost = 15 }, null, Line(1, 100)));

    [Theory]
    [InlineData(RewardPer.Receipt, 10)]
    [InlineData(RewardPer.Time, 20)]
    [InlineData(RewardPer.Unit, 50)]
    [InlineData(RewardPer.Sum, 30)]
    public void A_sum_off_once_each_time_for_each_unit_or_full_sum(RewardPer per, int off)
    {
        var condition = new CategoriesCondition { Categories = ["food"], AtLeast = 2 };

        Assert.Equal([off, 0], Off(new DiscountSumReward { Amount = 10, Per = per, Each = 100 }, condition, Line(1, 350, quantity: 5.5m), Line(2, 100, "toys")));
    }

    [Fact]
    public void A_sum_is_spread_by_what_is_to_pay_and_never_more_than_that()
    {
        Assert.Equal([30m, 10m], Off(new DiscountSumReward { Amount = 40 }, null, Line(1, 75), Line(2, 25)));
        Assert.Equal([75m, 25m], Off(new DiscountSumReward { Amount = 500 }, null, Line(1, 75), Line(2, 25)));
    }

    [Fact]
    public void A_special_price_is_for_each_unit_and_never_dearer() =>
        Assert.Equal([60m, 0m], Off(new SpecialPriceReward { Price = 80 }, null, Line(1, 300, quantity: 3), Line(2, 50)));

    [Fact]
    public void The_cheapest_of_three_is_free() =>
        Assert.Equal([0m, 30m, 0m], Off(new FreeItemsReward { Bought = 2, Free = 1 }, null, Line(1, 100), Line(2, 30), Line(3, 50)));

    [Fact]
    public void Of_six_the_two_cheapest_are_free_or_the_cheapest_of_each_pack()
    {
        ReceiptDraftLine[] six = [Line(1, 180, quantity: 3), Line(2, 120, quantity: 3)];

        Assert.Equal([0m, 80m], Off(new FreeItemsReward { Bought = 2, Free = 1 }, null, six));
        Assert.Equal([60m, 40m], Off(new FreeItemsReward { Bought = 2, Free = 1, Choice = FreeChoice.CheapestOfPack }, null, six));
    }

    [Fact]
    public void The_second_for_half_its_price_and_no_more_packs_than_allowed()
    {
        var reward = new FreeItemsReward { Bought = 1, Free = 1, Percent = 50 };

        Assert.Equal([100m], Off(reward, null, Line(1, 400, quantity: 4)));
        Assert.Equal([50m], Off(reward with { Packs = 1 }, null, Line(1, 400, quantity: 4)));
    }

    [Fact]
    public void Parts_of_a_unit_and_too_few_units_are_paid()
    {
        Assert.Equal([0m, 0m], Off(new FreeItemsReward { Bought = 2, Free = 1 }, null, Line(1, 100, quantity: 2.9m), Line(2, 10, quantity: 0.5m)));
        Assert.Equal(OfferReasons.GivesNothing, new Shop(Campaign("c", new FreeItemsReward())).Sell(Line(1, 100)).Why("c"));
    }

    [Fact]
    public void A_gift_on_the_receipt_is_the_cheapest_such_good_and_costs_nothing()
    {
        var reward = new GiftProductReward { Gift = Categories("toys") };

        Assert.Equal([0m, 0m, 20m], Off(reward, Food, Line(1, 100), Line(2, 70, "toys"), Line(3, 60, "toys", quantity: 3)));
        Assert.Equal([0m, 20m], Off(reward with { Quantity = 2 }, Food, Line(1, 100), Line(2, 20, "toys")));
        Assert.Equal(OfferReasons.GivesNothing, new Shop(Campaign("c", reward, Food)).Sell(Line(1, 100)).Why("c"));
    }

    [Fact]
    public void Several_rewards_of_a_campaign_are_given_together_at_its_stage()
    {
        var campaign = Campaign("c", new SpecialPriceReward { Price = 80 }, Food, with: t => t with
        {
            Rewards = [.. t.Rewards, new DiscountPercentReward { Percent = 10, On = RewardTarget.Whole }, new FixedPointsReward { Points = 5 }],
        });

        var decision = new Shop(campaign).Sell(Line(1, 100), Line(2, 20, "toys"));

        Assert.Equal([28m, 2m], decision.DiscountByLine());
        Assert.Equal(5, decision.PointsOf("c"));
    }
}
