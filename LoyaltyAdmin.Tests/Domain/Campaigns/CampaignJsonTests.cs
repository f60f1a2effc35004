using System.Text.Json;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class CampaignJsonTests
{
    [Fact]
    public void Terms_with_everything_come_back_as_they_were()
    {
        var terms = new CampaignTerms
        {
            Block = BudgetBlock.Targeted,
            Audience = new CampaignAudience { Kind = AudienceKind.Lists, Keys = ["друзья"] },
            Period = new CampaignPeriod
            {
                From = new DateTime(2026, 3, 1),
                Until = new DateTime(2026, 4, 1, 22, 0, 0),
                Weekdays = [DayOfWeek.Monday],
                DailyFrom = new TimeOnly(9, 30),
            },
            Condition = new AllOf(
                new AnyOf([.. ConditionCatalog.All.Select(m => (Condition)Activator.CreateInstance(m.Settings)!)]),
                new Not(new CategoriesCondition { Categories = ["Табак"], Measure = GoodsMeasure.Sum, AtLeast = 99.5m })),
            Rewards = [.. RewardCatalog.All.Select(m => (Reward)Activator.CreateInstance(m.Settings)!)],
            Stacking = new CampaignStacking { Group = "g", Priority = 3, Exclusive = true },
            Limits = new CampaignLimits { PerMember = 2, PerMemberInFrame = [new FrameLimit(LimitFrame.Week, 1)], MoneyBudget = Money.Of(1000.5m), PointsBudget = 12.5m },
            Credit = new CampaignCredit { Expiry = new ExpiryConditions { Term = 3 } },
            ControlPercent = 10,
            OnReturn = OnReturn.Reevaluate,
            RequiresCode = "SPRING",
        };

        var json = CampaignJson.Write(terms);

        Assert.Equal(json, CampaignJson.Write(CampaignJson.Read(json)));
        Assert.Contains("\"kind\":\"receipt-sum\"", json);
        Assert.Contains("\"moneyBudget\":1000.5", json);
        Assert.Contains("Табак", json);
        Assert.DoesNotContain("bookedTo", json);
        Assert.Equal(24, ConditionTree.Leaves(CampaignJson.Read(json).Condition).Count());
    }

    [Fact]
    public void The_kind_may_stand_anywhere() => Assert.Equal(
        new ReceiptSumCondition { AtLeast = 5 },
        CampaignJson.Read("""{"condition":{"atLeast":5,"kind":"receipt-sum"},"rewards":[]}""").Condition);

    [Fact]
    public void What_is_missing_is_as_usual()
    {
        var terms = CampaignJson.Read("{}");

        Assert.Equal((AudienceKind.Members, OnReturn.Proportional, 0m), (terms.Audience.Kind, terms.OnReturn, terms.ControlPercent));
        Assert.Equal(CampaignNeeds.None, new CampaignSet([new RunningCampaign("c", "c", 1, terms)], StackingPolicy.Usual).Needs);
    }

    [Fact]
    public void A_policy_and_a_decision_are_written_too()
    {
        var policy = new StackingPolicy { Groups = [new StackingGroup { Key = "a", Mode = GroupMode.BestForClient, Groups = [new StackingGroup { Key = "b" }] }] };
        var json = JsonSerializer.Serialize(policy, CampaignJson.Options);
        var offer = new Shop(Campaign("c", new DiscountSumReward(), new CollectedCondition { Target = 1 })).Sell(Line(1, 500)).Offer("c");
        var recorded = JsonSerializer.Serialize(offer, CampaignJson.Options);

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<StackingPolicy>(json, CampaignJson.Options), CampaignJson.Options));
        Assert.Equal(recorded, JsonSerializer.Serialize(JsonSerializer.Deserialize<OfferDecision>(recorded, CampaignJson.Options), CampaignJson.Options));
    }

    [Fact]
    public void Keys_of_mechanics_stay_what_they_are() => Assert.Equal(
        "receipt-sum quantity categories skus combination weekdays hours date-range stores channel payment-type code first-purchase nth-purchase "
        + "since-last-purchase member-for birthday collected tier club plan list segment | extra-percent fixed-points multiplier discount-percent "
        + "discount-sum special-price free-items gift-product issue-coupon issue-gift-card tier-for-time draw-chances spending-rule",
        string.Join(' ', ConditionCatalog.All.Select(m => m.Key).Append("|").Concat(RewardCatalog.All.Select(m => m.Key))));

    [Fact]
    public void Settings_have_keys_for_forms_and_texts()
    {
        Assert.Equal(["receipt-sum.atLeast", "receipt-sum.below"], MechanicSetting.Of(ConditionCatalog.All[0]).Select(s => s.Key));
        Assert.Equal(
            ["discount-percent.percent", "discount-percent.atMost", "discount-percent.on", "discount-percent.goods"],
            MechanicSetting.Of(RewardCatalog.Of(new DiscountPercentReward())).Select(s => s.Key));
    }
}
