using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R8StackingTests
{
    private static readonly StackingPolicy Plain = new() { MinimumUnitPrice = Money.Zero };

    private static DiscountPercentReward Off(decimal percent) => new() { Percent = percent };

    private static DiscountSumReward Minus(decimal amount) => new() { Amount = amount };

    private static RunningCampaign InGroup(string key, Reward reward, int priority = 100, string group = "g", Condition? condition = null) =>
        Campaign(key, reward, condition, with: t => t with { Stacking = new CampaignStacking { Group = group, Priority = priority } });

    private static StackingPolicy Group(GroupMode mode, GroupScope scope = GroupScope.Receipt) =>
        Plain with { Groups = [new StackingGroup { Key = "g", Mode = mode, Scope = scope }] };

    [Fact]
    public void R8_ten_percent_first_leaves_too_little_for_twenty_over_a_hundred()
    {
        var shop = new Shop(Campaign("10", Off(10), priority: 1), Campaign("20", Off(20), new ReceiptSumCondition { AtLeast = 100.01m }, 2));

        var decision = shop.Sell(Line(1, 105));

        Assert.Equal((94.50m, false), (decision.Net.Amount, decision.Gave("20")));
    }

    [Fact]
    public void R8_twenty_over_a_hundred_first_and_then_ten_percent()
    {
        var shop = new Shop(Campaign("10", Off(10), priority: 2), Campaign("20", Off(20), new ReceiptSumCondition { AtLeast = 100.01m }, 1));

        var decision = shop.Sell(Line(1, 105));

        Assert.Equal([84.00m, 75.60m], [105m - decision.Offer("20").Discount.Amount, decision.Net.Amount]);
    }

    [Fact]
    public void R8_conditions_that_see_the_price_before_discounts_hold_in_either_order()
    {
        var shop = new Shop(Campaign("10", Off(10), priority: 1), Campaign("20", Off(20), new ReceiptSumCondition { AtLeast = 100.01m }, 2))
        {
            Policy = Plain with { ConditionsSee = PriceSeen.Before },
        };

        Assert.Equal(75.60m, shop.Sell(Line(1, 105)).Net.Amount);
    }

    [Theory]
    [InlineData(1, 2, 3, PercentStacking.InTurn, 59.85)]
    [InlineData(3, 1, 2, PercentStacking.InTurn, 58.00)]
    [InlineData(1, 2, 3, PercentStacking.Summed, 57.00)]
    public void R8_a_hundred_less_five_and_ten_and_thirty_percent(int five, int ten, int thirty, PercentStacking percents, decimal left)
    {
        var shop = new Shop(Campaign("-5", Minus(5), priority: five), Campaign("-10%", Off(10), priority: ten), Campaign("-30%", Off(30), priority: thirty))
        {
            Policy = Plain with { Percents = percents },
        };

        Assert.Equal(left, shop.Sell(Line(1, 100)).Net.Amount);
    }

    [Fact]
    public void R8_goods_come_before_the_receipt_and_the_receipt_before_codes_whatever_the_priority()
    {
        var shop = new Shop(
            Campaign("code", Minus(50), priority: 1, with: t => t with { RequiresCode = "S" }),
            Campaign("receipt", Off(10), priority: 2),
            Campaign("goods", new SpecialPriceReward { Price = 200 }, new CategoriesCondition { Categories = ["food"] }, 3))
        {
            Facts = new CampaignFacts { MemberId = 1, Codes = [new BroughtCode("X1", "S")] },
        };

        var decision = shop.Sell(Receipt(Line(1, 300)) with { Codes = ["X1"] });

        Assert.Equal(["goods", "receipt", "code"], decision.Offers.Select(o => o.Campaign));
        Assert.Equal(130m, decision.Net.Amount);
    }

    [Fact]
    public void R8_points_pay_what_campaigns_left_and_accrual_counts_what_points_left()
    {
        var decision = new Shop(Campaign("half", Off(50)))
        {
            Conditions = Redemption(r => r with { MaximumSharePercent = 50 }),
        }.Sell(Receipt(Line(1, 1000)).Asking(10_000));

        Assert.Equal((500m, 250m, 250m, 12L), (decision.Discount.Amount, decision.Redeemed.Amount, decision.Net.Amount, decision.Accrued.Value));
    }

    [Fact]
    public void In_a_group_of_the_first_only_the_first_that_can_be_given_is()
    {
        var shop = new Shop(
            InGroup("big", Off(50), 1, condition: new ReceiptSumCondition { AtLeast = 10_000 }), InGroup("ten", Off(10), 2), InGroup("twenty", Off(20), 3))
        {
            Policy = Group(GroupMode.FirstByPriority),
        };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((90m, OfferReasons.LostToPriority), (decision.Net.Amount, decision.Why("twenty")));
        Assert.Null(decision.Outcome("big"));
    }

    [Fact]
    public void The_best_for_the_client_is_the_largest_discount_plus_points_at_their_face_value()
    {
        var shop = new Shop(InGroup("discount", Minus(90), 1), InGroup("points", new FixedPointsReward { Points = 100 }, 2), InGroup("small", Minus(10), 3))
        {
            Policy = Group(GroupMode.BestForClient),
        };

        var decision = shop.Sell(Line(1, 1000));

        Assert.True(decision.Gave("points"));
        Assert.Equal((OfferReasons.LostToBetter, OfferReasons.LostToBetter), (decision.Why("discount"), decision.Why("small")));

        var cheapPoints = shop with { Conditions = Redemption(r => r with { PointValue = 0.5m }) };
        Assert.True(cheapPoints.Sell(Line(1, 1000)).Gave("discount"));
    }

    [Fact]
    public void The_cheapest_for_the_shop_is_the_least_of_those_that_give_anything()
    {
        var shop = new Shop(
            InGroup("ten", Off(10)), InGroup("five", Off(5)), InGroup("nothing", Off(1), condition: new CategoriesCondition { Categories = ["toys"] }))
        {
            Policy = Group(GroupMode.CheapestForShop),
        };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((95m, OfferReasons.LostToCheaper), (decision.Net.Amount, decision.Why("ten")));
    }

    [Fact]
    public void A_group_by_lines_gives_each_line_its_best()
    {
        var shop = new Shop(
            InGroup("food", new DiscountPercentReward { Percent = 30 }, condition: new CategoriesCondition { Categories = ["food"] }),
            InGroup("all", new DiscountPercentReward { Percent = 20, On = RewardTarget.Whole }))
        {
            Policy = Group(GroupMode.BestForClient, GroupScope.Line),
        };

        var decision = shop.Sell(Line(1, 100), Line(2, 100, "toys"));

        Assert.Equal([30m, 20m], decision.DiscountByLine());
        Assert.Equal([1], decision.Offer("food").Lines.Select(l => l.Line));
        Assert.Equal([2], decision.Offer("all").Lines.Select(l => l.Line));
    }

    [Fact]
    public void A_group_by_lines_can_give_points_on_one_and_a_discount_on_another()
    {
        var shop = new Shop(
            InGroup("points", new ExtraPercentReward { Percent = 40 }, condition: new CategoriesCondition { Categories = ["food"] }),
            InGroup("all", new DiscountPercentReward { Percent = 20, On = RewardTarget.Whole }))
        {
            Policy = Group(GroupMode.BestForClient, GroupScope.Line),
        };

        var decision = shop.Sell(Line(1, 100), Line(2, 100, "toys"));

        Assert.Equal([0m, 20m], decision.DiscountByLine());
        Assert.Equal([45L, 4L], decision.Lines.Select(l => l.Accrued.Value));
    }

    [Fact]
    public void A_line_of_a_group_of_the_first_goes_to_the_first_that_is_for_it()
    {
        var shop = new Shop(
            InGroup("food", new DiscountPercentReward { Percent = 10 }, 1, condition: new CategoriesCondition { Categories = ["food"] }),
            InGroup("all", new DiscountPercentReward { Percent = 20, On = RewardTarget.Whole }, 2))
        {
            Policy = Group(GroupMode.FirstByPriority, GroupScope.Line),
        };

        Assert.Equal([10m, 20m], shop.Sell(Line(1, 100), Line(2, 100, "toys")).DiscountByLine());
    }

    [Fact]
    public void Groups_nest_so_that_two_together_can_beat_a_third()
    {
        var policy = Plain with
        {
            Groups =
            [
                new StackingGroup
                {
                    Key = "best", Mode = GroupMode.BestForClient,
                    Groups = [new StackingGroup { Key = "pair", Mode = GroupMode.All }],
                },
            ],
        };
        var shop = new Shop(InGroup("a", Off(10), 1, "pair"), InGroup("b", Off(10), 2, "pair"), InGroup("c", Off(15), 3, "best")) { Policy = policy };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((81m, OfferReasons.LostToBetter), (decision.Net.Amount, decision.Why("c")));

        var dearer = shop with { Campaigns = [.. shop.Campaigns.Take(2), InGroup("c", Off(25), 3, "best")] };
        var other = dearer.Sell(Line(1, 100));
        Assert.Equal((75m, OfferReasons.LostToBetter, OfferReasons.LostToBetter), (other.Net.Amount, other.Why("a"), other.Why("b")));
    }

    [Fact]
    public void An_exclusive_campaign_shuts_out_those_after_it_and_does_not_come_after_others()
    {
        RunningCampaign Alone(int priority) => Campaign("alone", Off(30), with: t => t with { Stacking = new CampaignStacking { Priority = priority, Exclusive = true } });

        var first = new Shop(Alone(1), Campaign("ten", Off(10), priority: 2)).Sell(Line(1, 100));
        var last = new Shop(Alone(3), Campaign("ten", Off(10), priority: 2)).Sell(Line(1, 100));

        Assert.Equal((70m, OfferReasons.Excluded), (first.Net.Amount, first.Why("ten")));
        Assert.Equal((90m, OfferReasons.NotAlone), (last.Net.Amount, last.Why("alone")));
    }

    [Fact]
    public void The_tills_own_order_discount_stands_before_all_campaigns()
    {
        var decision = new Shop(Campaign("goods", new SpecialPriceReward { Price = 50 })).Sell(Receipt(Line(1, 100)) with { OrderDiscount = Money.Of(80) });

        Assert.Equal(20m, decision.Net.Amount);
        Assert.DoesNotContain(decision.Offers, o => o.Outcome == OfferOutcome.Applied);
        Assert.Equal(OfferReasons.GivesNothing, decision.Why("goods"));
    }

    [Fact]
    public void Campaigns_do_not_run_at_a_partners_till() =>
        Assert.Empty(new Shop(Campaign("ten", Off(10))).Sell(Receipt(Line(1, 100)) with { PartnerId = 1 }).Offers);

    [Fact]
    public void Each_offer_says_its_version_block_cost_and_lines()
    {
        var decision = new Shop(Campaign("ten", Off(10)), Campaign("points", new FixedPointsReward { Points = 7 })).Sell(Line(1, 100), Line(2, 50));

        var ten = decision.Offer("ten");
        Assert.Equal((3, LoyaltyAdmin.Domain.Ledger.BudgetBlock.NonTargeted, 15m, 15m), (ten.Version, ten.Block, ten.Discount.Amount, ten.Cost.Amount));
        Assert.Equal([(1, 10m), (2, 5m)], ten.Lines.Select(l => (l.Line, l.Discount.Amount)));
        Assert.Equal((7L, 7m), (decision.PointsOf("points"), decision.Offer("points").Cost.Amount));
        Assert.Equal("ten; 15.00", decision.Said(OfferReasons.Discount));
        Assert.Equal("points; 7", decision.Said(OfferReasons.Points));
    }

    [Fact]
    public void The_trace_tells_what_failed()
    {
        var shop = new Shop(Campaign("toys", Off(10), new AllOf(new ReceiptSumCondition { AtLeast = 1 }, new CategoriesCondition { Categories = ["toys"] }))) { Trace = true };

        var offer = shop.Sell(Line(1, 100)).Offer("toys");

        Assert.Equal((OfferOutcome.NotMatched, "categories"), (offer.Outcome, offer.Why!.Arguments[1]));
    }
}
