using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R2CampaignPointsTests
{
    private static readonly CategoriesCondition Food = new() { Categories = ["food"] };

    [Theory]
    [InlineData(MultiplierStacking.Additive, 150)]
    [InlineData(MultiplierStacking.Multiplicative, 200)]
    public void R2_two_times_two_are_three_or_four_as_the_policy_says(MultiplierStacking stacking, long points)
    {
        var shop = new Shop(Campaign("a", new MultiplierReward()), Campaign("b", new MultiplierReward()));

        var decision = (shop with { Policy = shop.Policy with { Multipliers = stacking } }).Sell(Line(1, 1_000));

        Assert.Equal(points, decision.Accrued.Value);
        Assert.Equal(50, decision.PointsOf("a"));
        Assert.Equal(points - 100, decision.PointsOf("b"));
    }

    [Fact]
    public void R2_extra_percents_add_to_the_rate() =>
        Assert.Equal(100, new Shop(Campaign("a", new ExtraPercentReward { Percent = 5 })).Sell(Line(1, 1_000)).Accrued.Value);

    [Fact]
    public void R2_each_rule_is_rounded_once_and_spread_over_the_lines_that_earned()
    {
        var decision = new Shop(Campaign("a", new ExtraPercentReward { Percent = 10 }, Food)).Sell(Line(1, 33), Line(2, 33), Line(3, 33, "toys"));

        // Main: 4.95 → 4 as 2 + 1 + 1; campaign: 6.6 → 6 as 3 + 3.
        Assert.Equal(6, decision.PointsOf("a"));
        Assert.Equal([(1, 3L), (2, 3L)], decision.Offer("a").Lines.Select(l => (l.Line, l.Points.Value)));
        Assert.Equal([5L, 4L, 1L], decision.AccruedByLine());
    }

    [Fact]
    public void A_multiplier_is_of_the_rate_that_the_member_has()
    {
        var member = Member() with { Privileges = [new MemberPrivilege("gold") { AccrualRate = 10 }] };

        Assert.Equal(200, new Shop(Campaign("a", new MultiplierReward())) { Member = member }.Sell(Line(1, 1_000)).Accrued.Value);
    }

    [Fact]
    public void A_multiplier_on_goods_is_of_what_they_earn_by_steps_too()
    {
        var shop = new Shop(Campaign("a", new MultiplierReward { Factor = 3 }, Food)) { Conditions = Accrual(a => a with { Mode = AccrualMode.Steps, StepPoints = 2 }) };

        // 10 steps of 100 make 20; 60% of them are food's, twice more.
        Assert.Equal(20 + 24, shop.Sell(Line(1, 600), Line(2, 400, "toys")).Accrued.Value);
    }

    [Theory]
    [InlineData(RewardPer.Receipt, 10)]
    [InlineData(RewardPer.Time, 20)]
    [InlineData(RewardPer.Unit, 50)]
    [InlineData(RewardPer.Sum, 30)]
    public void Fixed_points_once_each_time_for_each_unit_or_full_sum(RewardPer per, long points)
    {
        var condition = new CategoriesCondition { Categories = ["food"], AtLeast = 2 };
        var shop = new Shop(Campaign("a", new FixedPointsReward { Points = 10, Per = per, Each = 100 }, condition));

        Assert.Equal(points, shop.Sell(Line(1, 350, quantity: 5.5m), Line(2, 100, "toys")).PointsOf("a"));
    }

    [Fact]
    public void Points_of_a_campaign_are_a_lot_of_their_own_with_its_block_version_and_life()
    {
        var campaign = Campaign("spring", new FixedPointsReward { Points = 30 }, with: t => t with
        {
            Block = BudgetBlock.Targeted,
            Credit = new CampaignCredit
            {
                Activation = new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 2 },
                Expiry = new ExpiryConditions { Model = ExpiryModel.FromEarning, Term = 7, Unit = TermUnit.Days },
            },
        });

        var decision = new Shop(campaign).Sell(Line(1, 1_000));

        var main = Assert.Single(decision.Credits, c => c.RuleKey == AccrualStage.RuleKey);
        var lot = Assert.Single(decision.Credits, c => c.RuleKey == "campaign:spring");
        Assert.Equal((50L, BudgetBlock.Main, 7), (main.Points.Value, main.Block, main.RuleVersion));
        Assert.Equal((30L, BudgetBlock.Targeted, 3), (lot.Points.Value, lot.Block, lot.RuleVersion));
        Assert.Equal(
            (Moscow.StartOf(new DateOnly(2026, 3, 12)), Moscow.StartOf(new DateOnly(2026, 3, 18))), (lot.ActivatesAt, lot.ExpiresAt));
        Assert.Equal("spring", CampaignRule.CampaignOf(lot.RuleKey));
        Assert.Null(CampaignRule.CampaignOf(main.RuleKey));
    }

    [Fact]
    public void Without_a_life_of_their_own_they_live_as_those_of_the_main_scheme()
    {
        var decision = new Shop(Campaign("a", new FixedPointsReward())).Sell(Line(1, 1_000));

        Assert.Single(decision.Credits.Select(c => (c.ActivatesAt, c.ExpiresAt, c.FollowsActivity)).Distinct());
    }

    [Fact]
    public void Excluded_goods_earn_nothing_by_percent()
    {
        var shop = new Shop(Campaign("a", new ExtraPercentReward())) { Conditions = Accrual(a => a with { Excluded = Categories("food") }) };

        Assert.Equal(OfferReasons.GivesNothing, shop.Sell(Line(1, 1_000)).Why("a"));
    }

    [Fact]
    public void R2_caps_cut_campaigns_before_the_main_scheme_and_the_last_campaign_first()
    {
        var shop = new Shop(Campaign("a", new FixedPointsReward { Points = 30 }, priority: 1), Campaign("b", new FixedPointsReward { Points = 30 }, priority: 2))
        {
            Conditions = Accrual(a => a with { CapPerReceipt = 70 }),
        };

        var decision = shop.Sell(Line(1, 1_000));

        Assert.Equal((70L, 20L, OfferOutcome.Rejected), (decision.Accrued.Value, decision.PointsOf("a"), decision.Outcome("b")));
        Assert.Equal([50L, 20L], decision.Credits.Select(c => c.Points.Value));
        Assert.Equal("70; 110", decision.Said(ReasonCodes.CutPerReceipt));
        Assert.Equal((OfferReasons.CutByCaps, OfferReasons.CutByCaps), (decision.Offer("a").Cuts[0].Code, decision.Why("b")));
    }

    [Fact]
    public void R2_after_the_programs_caps_come_the_campaigns_own_its_budget_and_the_block()
    {
        var shop = new Shop(Campaign("a", new FixedPointsReward { Points = 100 }, with: t => t with
        {
            Limits = new CampaignLimits { PointsPerReceipt = 60, PointsBudget = 1_000 },
        }));
        Shop Left(long spent, long? block) => shop with
        {
            Facts = new CampaignFacts
            {
                MemberId = 1,
                Standings = new Dictionary<string, CampaignStanding> { ["a"] = new() { Points = new Points(spent) } },
                Blocks = block is { } left ? new Dictionary<BudgetBlock, BudgetLeft> { [BudgetBlock.NonTargeted] = new(new Points(left), null) } : new Dictionary<BudgetBlock, BudgetLeft>(),
            },
        };

        Assert.Equal(60, Left(0, null).Sell(Line(1, 1_000)).PointsOf("a"));
        Assert.Equal(40, Left(960, null).Sell(Line(1, 1_000)).PointsOf("a"));
        Assert.Equal(15, Left(960, 15).Sell(Line(1, 1_000)).PointsOf("a"));
        Assert.Equal(OfferReasons.PointsBudgetSpent, Left(1_000, null).Sell(Line(1, 1_000)).Why("a"));
        Assert.Equal(OfferReasons.BlockSpent, Left(0, 0).Sell(Line(1, 1_000)).Why("a"));
        Assert.Equal((50L + 40L, 50L), (Left(960, null).Sell(Line(1, 1_000)).Accrued.Value, Left(1_000, null).Sell(Line(1, 1_000)).Accrued.Value));
    }

    [Fact]
    public void Campaigns_of_one_block_share_what_is_left_of_it()
    {
        var shop = new Shop(Campaign("a", new FixedPointsReward { Points = 30 }, priority: 1), Campaign("b", new FixedPointsReward { Points = 30 }, priority: 2))
        {
            Facts = new CampaignFacts { MemberId = 1, Blocks = new Dictionary<BudgetBlock, BudgetLeft> { [BudgetBlock.NonTargeted] = new(new Points(40), null) } },
        };

        var decision = shop.Sell(Line(1, 1_000));

        Assert.Equal((30L, 10L), (decision.PointsOf("a"), decision.PointsOf("b")));
    }

    [Fact]
    public void Where_the_main_scheme_gives_nothing_campaigns_still_do()
    {
        var decision = new Shop(Campaign("a", new FixedPointsReward { Points = 5 })) { Conditions = Accrual(a => a with { Percent = 0 }) }.Sell(Line(1, 1_000));

        Assert.Equal((5L, 1), (decision.Accrued.Value, decision.Credits.Count));
    }

    [Fact]
    public void A_plans_savings_do_not_count_what_campaigns_give()
    {
        var benefit = new MemberBenefit(new MemberPrivilege("Plus") { DiscountPercent = 10 }, Noon.AddDays(-1), Noon.AddDays(1)) { SubscriptionId = 5 };
        var promotions = new Promotions(
            new CampaignSet([Campaign("a", new DiscountSumReward { Amount = 100 }), Campaign("b", new FixedPointsReward { Points = 500 }, new ReceiptSumCondition { AtLeast = 850 })], StackingPolicy.Usual),
            new CampaignFacts { MemberId = 1 });

        var decision = BenefitDecision.Decide(Receipt(Line(1, 1_000)), Version(null), Moscow, 0, Member(), [benefit], promotions);

        var saving = Assert.Single(decision.Savings);
        Assert.Equal((10_000L, -500L), (saving.Discount, saving.Points));
        Assert.Equal(800m, decision.Net.Amount);
    }
}
