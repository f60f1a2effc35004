using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Conditions;

public class MemberConditionsTests
{
    private static readonly CampaignFacts Known = new()
    {
        MemberId = 1,
        Purchases = 9,
        LastPurchaseAt = Noon.AddDays(-90),
        Tier = "gold",
        Clubs = ["wine"],
        Plans = ["plus"],
        Lists = ["vip"],
        Segments = ["sleepers"],
    };

    private static bool Holds(Condition condition, CampaignFacts? facts = null) =>
        new Shop(Campaign("c", new DiscountPercentReward(), condition)) { Facts = facts ?? Known }.Sell(Line(1, 100)).Gave("c");

    [Theory]
    [InlineData(10, NthMode.Every, true)]
    [InlineData(5, NthMode.Every, true)]
    [InlineData(3, NthMode.Every, false)]
    [InlineData(10, NthMode.Exactly, true)]
    [InlineData(5, NthMode.Exactly, false)]
    public void This_is_the_members_tenth_purchase(int number, NthMode mode, bool holds) =>
        Assert.Equal(holds, Holds(new NthPurchaseCondition { Number = number, Mode = mode }));

    [Fact]
    public void The_first_purchase_is_a_members_without_any_before()
    {
        Assert.False(Holds(new FirstPurchaseCondition()));
        Assert.True(Holds(new FirstPurchaseCondition(), Known with { Purchases = 0 }));
        Assert.False(new Shop(Campaign("c", new DiscountPercentReward(), new FirstPurchaseCondition())) { Member = null, Facts = CampaignFacts.Nobody }.Sell(Line(1, 100)).Gave("c"));
    }

    [Theory]
    [InlineData(DaysBound.AtLeast, 90, true)]
    [InlineData(DaysBound.AtLeast, 91, false)]
    [InlineData(DaysBound.AtMost, 90, true)]
    [InlineData(DaysBound.AtMost, 89, false)]
    public void Days_since_the_last_purchase(DaysBound bound, int days, bool holds) =>
        Assert.Equal(holds, Holds(new SinceLastPurchaseCondition { Bound = bound, Days = days }));

    [Fact]
    public void Who_bought_nothing_yet_has_no_last_purchase() =>
        Assert.False(Holds(new SinceLastPurchaseCondition { Bound = DaysBound.AtMost, Days = 100 }, new CampaignFacts { MemberId = 1 }));

    [Theory]
    [InlineData(DaysBound.AtLeast, 740, true)]
    [InlineData(DaysBound.AtLeast, 741, false)]
    [InlineData(DaysBound.AtMost, 740, true)]
    [InlineData(DaysBound.AtMost, 739, false)]
    public void A_member_for_so_many_days(DaysBound bound, int days, bool holds) =>
        Assert.Equal(holds, Holds(new MemberForCondition { Bound = bound, Days = days }));

    public static TheoryData<Condition, bool> Belongings => new()
    {
        { new TierCondition { Tiers = ["silver", "gold"] }, true },
        { new TierCondition { Tiers = ["silver"] }, false },
        { new ClubCondition { Clubs = ["wine"] }, true },
        { new ClubCondition { Clubs = ["tea"] }, false },
        { new PlanCondition { Plans = ["plus"] }, true },
        { new PlanCondition { Plans = ["pro"] }, false },
        { new PersonalListCondition { Lists = ["vip"] }, true },
        { new PersonalListCondition { Lists = ["other"] }, false },
        { new SegmentCondition { Segments = ["sleepers"] }, true },
        { new SegmentCondition { Segments = ["other"] }, false },
    };

    [Theory]
    [MemberData(nameof(Belongings))]
    public void On_a_level_in_a_club_with_a_plan_on_a_list_in_a_segment(Condition condition, bool holds) => Assert.Equal(holds, Holds(condition));

    [Theory]
    [InlineData(AudienceKind.Tiers, "gold", true)]
    [InlineData(AudienceKind.Tiers, "silver", false)]
    [InlineData(AudienceKind.Clubs, "wine", true)]
    [InlineData(AudienceKind.Plans, "plus", true)]
    [InlineData(AudienceKind.Lists, "vip", true)]
    [InlineData(AudienceKind.Lists, "other", false)]
    [InlineData(AudienceKind.Segments, "sleepers", true)]
    public void A_campaign_is_for_those_whom_it_names_and_booked_as_targeted(AudienceKind kind, string key, bool holds)
    {
        var campaign = Campaign("c", new DiscountPercentReward(), with: t => t with { Audience = new CampaignAudience { Kind = kind, Keys = [key] } });

        Assert.Equal(holds, new Shop(campaign) { Facts = Known }.Sell(Line(1, 100)).Gave("c"));
        Assert.Equal(BudgetBlock.Targeted, campaign.Terms.BookedTo);
        Assert.Equal(BudgetBlock.NonTargeted, (campaign.Terms with { Block = BudgetBlock.NonTargeted }).BookedTo);
    }

    [Fact]
    public void A_campaign_for_members_is_not_for_others_and_one_for_everybody_is()
    {
        var members = Campaign("members", new DiscountPercentReward(), with: t => t with { Audience = new CampaignAudience() });
        var shop = new Shop(members, Campaign("all", new DiscountPercentReward())) { Member = null, Facts = CampaignFacts.Nobody };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((null, true), (decision.Outcome("members"), decision.Gave("all")));
        Assert.Equal(BudgetBlock.NonTargeted, members.Terms.BookedTo);
    }

    [Fact]
    public void The_till_is_told_what_a_card_would_bring()
    {
        var shop = new Shop(Campaign("points", new FixedPointsReward())) { Member = null, Facts = CampaignFacts.Nobody };

        Assert.Equal(OfferReasons.NeedsMember, shop.Sell(Line(1, 100)).Why("points"));
    }

    [Fact]
    public void A_code_of_the_series_fulfils_the_condition_and_is_named()
    {
        var shop = new Shop(Campaign("c", new DiscountPercentReward(), new CodeCondition { Series = "S" }))
        {
            Facts = Known with { Codes = [new BroughtCode("OTHER", "T"), new BroughtCode("SPRING", "S")] },
        };

        var decision = shop.Sell(Receipt(Line(1, 100)) with { Codes = ["OTHER", "SPRING"] });

        Assert.Equal((true, "SPRING"), (decision.Gave("c"), decision.Offer("c").Code));
        Assert.Equal("OTHER", decision.Said(OfferReasons.CodeNotUsed));
    }

    [Fact]
    public void A_code_that_cannot_be_used_is_refused_with_its_own_reason_once()
    {
        var shop = new Shop(Campaign("c", new DiscountPercentReward(), with: t => t with { RequiresCode = "S" }))
        {
            Facts = Known with { Codes = [new BroughtCode("SPRING", "S", new Rejection("Receipts.NotIdentified", "SPRING"))] },
        };

        var decision = shop.Sell(Receipt(Line(1, 100)) with { Codes = ["SPRING"] });

        Assert.Equal("Receipts.NotIdentified", decision.Why("c"));
        Assert.Equal("SPRING", decision.Said("Receipts.NotIdentified"));
    }

    [Fact]
    public void A_code_is_told_even_where_no_campaign_runs() =>
        Assert.Equal("X", new Shop().Sell(Receipt(Line(1, 100)) with { Codes = ["X"] }).Said(OfferReasons.CodeNotUsed));

    [Fact]
    public void Without_its_code_a_campaign_is_silent() =>
        Assert.Empty(new Shop(Campaign("c", new DiscountPercentReward(), with: t => t with { RequiresCode = "S" })).Sell(Line(1, 100)).Offers);
}
