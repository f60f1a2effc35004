using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R4OfferReturnTests
{
    private static readonly ReceiptSumCondition From3000 = new() { AtLeast = 3_000 };

    /// <summary>A receipt of 3,000 and 1,000 under one campaign.</summary>
    private static (RunningCampaign Campaign, ReceiptDraft Draft, ReceiptDecision Decision) Buy(
        Reward reward, OnReturn onReturn, Condition? condition = null, Func<CampaignTerms, CampaignTerms>? with = null)
    {
        var campaign = Campaign("c", reward, condition ?? From3000, with: t => (with?.Invoke(t) ?? t) with { OnReturn = onReturn });
        var draft = Receipt(Line(1, 3_000, quantity: 3), Line(2, 1_000, "toys"));
        return (campaign, draft, new Shop(campaign).Sell(draft));
    }

    private static OfferBack Back((RunningCampaign Campaign, ReceiptDraft Draft, ReceiptDecision Decision) sale, decimal one, decimal two) =>
        OfferReturn.Total(sale.Decision.Offer("c"), sale.Campaign.Terms, [SoldOf(sale, 0, one), SoldOf(sale, 1, two)]);

    private static SoldLine SoldOf((RunningCampaign Campaign, ReceiptDraft Draft, ReceiptDecision Decision) sale, int i, decimal returned)
    {
        var line = sale.Draft.Lines[i];
        return new SoldLine(line.Line, line.Sku, line.Category, line.Quantity, Quantity.Of(returned), line.Gross, sale.Decision.Lines[i].Discount);
    }

    [Fact]
    public void In_proportion_what_fell_to_the_returned_part_goes_back()
    {
        var sale = Buy(new FixedPointsReward { Points = 300 }, OnReturn.Proportional);

        var back = Back(sale, 1, 0);

        Assert.Equal((75L, 0, false), (back.Points.Value, back.Uses, back.TakesPromisesBack));
        Assert.Equal(1, Assert.Single(back.Lines).Line);
    }

    [Fact]
    public void R4_three_returns_of_a_hundred_over_three_are_33_34_33()
    {
        var sale = Buy(new FixedPointsReward { Points = 100, On = RewardTarget.Chosen, Goods = Categories("food") }, OnReturn.Proportional);
        var totals = new[] { 0m, 1, 2, 3 }.Select(q => Back(sale, q, 0)).ToList();

        Assert.Equal([33L, 34L, 33L], totals.Zip(totals.Skip(1), (before, total) => OfferReturn.Minus(total, before).Points.Value));
    }

    [Fact]
    public void The_discount_of_returned_goods_goes_back_to_the_budget()
    {
        var back = Back(Buy(new DiscountSumReward { Amount = 400 }, OnReturn.Proportional), 2, 0);

        Assert.Equal((200m, 0m), (back.Money.Amount, back.HoldBack.Amount));
    }

    [Fact]
    public void What_is_kept_is_kept_and_the_use_too_even_when_all_comes_back()
    {
        var back = Back(Buy(new FixedPointsReward { Points = 300 }, OnReturn.Keep), 3, 1);

        Assert.Equal((0L, 0, 0m), (back.Points.Value, back.Uses, back.Money.Amount));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void A_full_return_frees_the_use_where_the_campaign_says_so(bool frees, int uses)
    {
        var sale = Buy(
            new FixedPointsReward { Points = 300 }, OnReturn.Proportional, with: t => t with { Limits = new CampaignLimits { FullReturnFreesUse = frees } });

        Assert.Equal((uses, 300L), (Back(sale, 3, 1).Uses, Back(sale, 3, 1).Points.Value));
    }

    [Fact]
    public void While_the_rest_fulfils_the_conditions_points_for_the_receipt_stay()
    {
        var sale = Buy(new FixedPointsReward { Points = 300 }, OnReturn.Reevaluate);

        Assert.Equal(0, Back(sale, 1, 0).Points.Value);
        Assert.Equal(0, Back(sale, 0, 1).Points.Value);
    }

    [Fact]
    public void Once_the_rest_does_not_fulfil_them_all_goes_back()
    {
        var back = Back(Buy(new FixedPointsReward { Points = 300 }, OnReturn.Reevaluate), 2, 0);

        Assert.Equal((300L, 1), (back.Points.Value, back.Uses));
    }

    [Fact]
    public void Points_for_each_time_go_back_with_the_times_that_are_gone()
    {
        var sale = Buy(new FixedPointsReward { Points = 100, Per = RewardPer.Time }, OnReturn.Reevaluate, new ReceiptSumCondition { AtLeast = 1_000 });

        Assert.Equal((400L, 100L), (sale.Decision.PointsOf("c"), Back(sale, 1, 0).Points.Value));
    }

    [Fact]
    public void Points_of_a_percent_go_back_in_proportion_while_the_conditions_hold() =>
        Assert.Equal(50, Back(Buy(new ExtraPercentReward { Percent = 5 }, OnReturn.Reevaluate), 1, 0).Points.Value);

    [Fact]
    public void A_discount_whose_conditions_are_gone_is_held_back_from_the_refund()
    {
        var back = Back(Buy(new DiscountSumReward { Amount = 400 }, OnReturn.Reevaluate), 2, 0);

        // All 400 go back to the budget: 200 with the goods, 200 of the goods that stay.
        Assert.Equal((400m, 200m), (back.Money.Amount, back.HoldBack.Amount));
    }

    [Fact]
    public void Conditions_of_the_member_are_as_they_were()
    {
        var either = new AnyOf(From3000, new WeekdaysCondition { Days = [DayOfWeek.Tuesday] });

        Assert.Equal(75, Back(Buy(new ExtraPercentReward { Percent = 5 }, OnReturn.Reevaluate, either), 1.5m, 0).Points.Value);
        Assert.Equal(0, Back(Buy(new FixedPointsReward { Points = 300 }, OnReturn.Reevaluate, either), 2, 1).Points.Value);
    }

    [Fact]
    public void What_was_promised_is_to_be_taken_back_when_the_conditions_are_gone()
    {
        var sale = Buy(new DrawChancesReward { Draw = "car" }, OnReturn.Reevaluate);

        Assert.Equal((false, true), (Back(sale, 1, 0).TakesPromisesBack, Back(sale, 2, 0).TakesPromisesBack));
    }

    [Fact]
    public void Running_totals_fall_by_what_came_back_also_where_the_reward_is_kept()
    {
        var collected = new CollectedCondition { Measure = CollectedMeasure.Quantity, Goods = Categories("food"), Target = 2 };
        var sale = Buy(new FixedPointsReward { Points = 300 }, OnReturn.Keep, collected);

        Assert.Equal((1_000L, 0), Only(Back(sale, 1, 1)));
        Assert.Equal((3_000L, 0), Only(Back(sale, 3, 1)));
        Assert.Equal((3_000L, 1), Only(Back(Buy(new FixedPointsReward { Points = 300 }, OnReturn.Proportional, collected), 3, 1)));

        static (long, int) Only(OfferBack back) => (Assert.Single(back.Counters).Total, back.Counters[0].Rewarded);
    }

    [Fact]
    public void A_purchase_counts_until_all_of_it_is_back()
    {
        var sale = Buy(new FixedPointsReward { Points = 300 }, OnReturn.Proportional, new CollectedCondition { Target = 5 });

        Assert.Empty(Back(sale, 3, 0).Counters);
        Assert.Equal(1, Assert.Single(Back(sale, 3, 1).Counters).Total);
    }

    [Fact]
    public void Nothing_returned_is_nothing_back() => Assert.Equal(OfferBack.Nothing, Back(Buy(new FixedPointsReward(), OnReturn.Reevaluate), 0, 0));

    [Fact]
    public void Partial_returns_add_up_to_the_whole() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(
            Gen.Two(Gen.ArrayOf(Gen.Choose(0, 3000), 3)).SelectMany(_ => Gen.Elements(OnReturn.Proportional, OnReturn.Reevaluate), (q, mode) => (q.Item1, q.Item2, mode)).ToArbitrary(),
            test =>
            {
                var (first, second, mode) = test;
                var campaign = Campaign("c", new FixedPointsReward { Points = 301 }, From3000, with: t => t with
                {
                    OnReturn = mode,
                    Rewards = [.. t.Rewards, new DiscountPercentReward { Percent = 7, On = RewardTarget.Whole }],
                });
                var draft = Receipt(Line(1, 2_999, quantity: 3), Line(2, 777, "toys", quantity: 3));
                var sale = (campaign, draft, new Shop(campaign).Sell(draft));
                var (sum, before) = (new List<OfferBack>(), OfferBack.Nothing);
                foreach (var (one, two) in first.Order().Zip(second.Order()).Append((3000, 3000)))
                {
                    var total = Back(sale, one / 1000m, two / 1000m);
                    sum.Add(OfferReturn.Minus(total, before));
                    before = total;
                }

                var offer = sale.Item3.Offer("c");
                Assert.Equal(offer.Points.Value, sum.Sum(b => b.Points.Value));
                Assert.Equal(offer.Discount.Minor, sum.Sum(b => b.Money.Minor));
                Assert.Equal(1, sum.Sum(b => b.Uses));
            }));
}
