using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R9LimitsTests
{
    private static readonly CampaignLimits Limits = new()
    {
        Total = 100,
        PerMember = 10,
        PerMemberInFrame = [new FrameLimit(LimitFrame.Day, 1), new FrameLimit(LimitFrame.Week, 2), new FrameLimit(LimitFrame.Month, 3)],
    };

    private static ReceiptDecision Sell(CampaignLimits limits, CampaignStanding standing, Reward? reward = null, BudgetLeft? block = null) =>
        new Shop(Campaign("c", reward ?? new DiscountPercentReward { Percent = 10 }, with: t => t with { Limits = limits }))
        {
            Facts = new CampaignFacts
            {
                MemberId = 1,
                Standings = new Dictionary<string, CampaignStanding> { ["c"] = standing },
                Blocks = block is null ? new Dictionary<BudgetBlock, BudgetLeft>() : new Dictionary<BudgetBlock, BudgetLeft> { [BudgetBlock.NonTargeted] = block },
            },
        }.Sell(Line(1, 600), Line(2, 400));

    public static TheoryData<CampaignStanding, string, string> Reached => new()
    {
        { new CampaignStanding { Uses = 100 }, OfferReasons.TotalLimit, "c; 100" },
        { new CampaignStanding { ByMember = 10 }, OfferReasons.MemberLimit, "c; 10" },
        { new CampaignStanding { ByMemberThatDay = 1 }, OfferReasons.DayLimit, "c; 1" },
        { new CampaignStanding { ByMemberThatWeek = 2 }, OfferReasons.WeekLimit, "c; 2" },
        { new CampaignStanding { ByMemberThatMonth = 3 }, OfferReasons.MonthLimit, "c; 3" },
    };

    [Theory]
    [MemberData(nameof(Reached))]
    public void Each_limit_has_a_reason_of_its_own(CampaignStanding standing, string code, string said)
    {
        var decision = Sell(Limits, standing);

        Assert.Equal((OfferOutcome.Rejected, code, said), (decision.Outcome("c"), decision.Why("c"), decision.Said(code)));
        Assert.Equal((0m, null), (decision.Discount.Amount, decision.Offer("c").Use));
    }

    [Fact]
    public void One_below_every_limit_it_is_given()
    {
        var offer = Sell(Limits, new CampaignStanding { Uses = 99, ByMember = 9, ByMemberThatWeek = 1, ByMemberThatMonth = 2 }).Offer("c");

        Assert.Equal(new OfferUse("c", BudgetBlock.NonTargeted, 1, Points.Zero, Money.Of(100)), offer.Use);
    }

    [Fact]
    public void A_campaign_that_limits_members_is_for_members()
    {
        var shop = new Shop(Campaign("c", new DiscountPercentReward(), with: t => t with { Limits = new CampaignLimits { PerMember = 1 } })) { Member = null, Facts = CampaignFacts.Nobody };

        Assert.Equal(OfferReasons.NeedsMember, shop.Sell(Line(1, 100)).Why("c"));
    }

    [Fact]
    public void A_discount_is_cut_to_what_is_left_of_the_budget_and_spread_again()
    {
        var decision = Sell(new CampaignLimits { MoneyBudget = Money.Of(1_000) }, new CampaignStanding { Money = Money.Of(950) });

        Assert.Equal([30m, 20m], decision.DiscountByLine());
        Assert.Equal("c; 50.00", decision.Said(OfferReasons.CutToBudget));
    }

    [Fact]
    public void A_short_budget_can_refuse_and_an_empty_one_does()
    {
        var limits = new CampaignLimits { MoneyBudget = Money.Of(1_000) };

        Assert.Equal(OfferReasons.MoneyBudgetSpent, Sell(limits with { WhenShort = ShortBudget.Refuse }, new CampaignStanding { Money = Money.Of(950) }).Why("c"));
        Assert.Equal(OfferReasons.MoneyBudgetSpent, Sell(limits, new CampaignStanding { Money = Money.Of(1_000) }).Why("c"));
        Assert.Equal(OfferReasons.BlockSpent, Sell(limits, new CampaignStanding(), block: new BudgetLeft(null, Money.Zero)).Why("c"));
        Assert.Equal(
            OfferReasons.PointsBudgetSpent,
            Sell(new CampaignLimits { PointsBudget = 100, WhenShort = ShortBudget.Refuse }, new CampaignStanding { Points = new Points(50) }, new FixedPointsReward { Points = 60 }).Why("c"));
    }

    [Fact]
    public void A_campaign_has_a_most_off_one_receipt()
    {
        var decision = Sell(new CampaignLimits { DiscountPerReceipt = Money.Of(70) }, new CampaignStanding());

        Assert.Equal((70m, "c; 70.00"), (decision.Discount.Amount, decision.Said(OfferReasons.CutToReceiptCap)));
    }

    [Fact]
    public void A_spent_budget_of_points_leaves_the_discount()
    {
        var campaign = Campaign("c", new DiscountPercentReward { Percent = 10 }, with: t => t with
        {
            Rewards = [.. t.Rewards, new FixedPointsReward { Points = 50 }],
            Limits = new CampaignLimits { PointsBudget = 10 },
        });
        var decision = new Shop(campaign) { Facts = new CampaignFacts { MemberId = 1, Standings = new Dictionary<string, CampaignStanding> { ["c"] = new() { Points = new Points(10) } } } }
            .Sell(Line(1, 100));

        Assert.Equal((10m, 0L), (decision.Offer("c").Discount.Amount, decision.PointsOf("c")));
        Assert.Contains(OfferReasons.PointsBudgetSpent, decision.Codes());
    }

    [Fact]
    public void A_group_of_the_first_passes_over_a_campaign_whose_limit_is_reached()
    {
        var shop = new Shop(
            Campaign("a", new DiscountPercentReward { Percent = 30 }, with: t => t with { Limits = new CampaignLimits { Total = 1 }, Stacking = new CampaignStacking { Group = "g", Priority = 1 } }),
            Campaign("b", new DiscountPercentReward { Percent = 10 }, with: t => t with { Stacking = new CampaignStacking { Group = "g", Priority = 2 } }))
        {
            Policy = new StackingPolicy { Groups = [new StackingGroup { Key = "g", Mode = GroupMode.FirstByPriority }] },
            Facts = new CampaignFacts { MemberId = 1, Standings = new Dictionary<string, CampaignStanding> { ["a"] = new() { Uses = 1 } } },
        };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((OfferReasons.TotalLimit, 90m), (decision.Why("a"), decision.Net.Amount));
    }
}
