using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public sealed class CampaignChecksTests
{
    private static readonly CampaignTerms Good = new() { Rewards = [new DiscountPercentReward()] };

    private static string[] Wrong(CampaignTerms terms) => [.. CampaignChecks.Check(terms, StackingPolicy.Usual).Select(r => $"{r.Code[10..]} {r.Field}")];

    [Fact]
    public void Good_terms_pass() => Assert.Empty(Wrong(Good));

    public static TheoryData<string, CampaignTerms> Cases => new()
    {
        { "RewardsMissing rewards", Good with { Rewards = [] } },
        { "SettingRange rewards.0.Percent", Good with { Rewards = [new DiscountPercentReward { Percent = 101 }] } },
        { "TooFine rewards.0.Amount", Good with { Rewards = [new DiscountSumReward { Amount = 1.001m }] } },
        { "GoodsMissing rewards.0", Good with { Rewards = [new DiscountPercentReward { On = RewardTarget.Chosen }] } },
        { "GoodsMissing rewards.0", Good with { Rewards = [new GiftProductReward()] } },
        { "SettingMissing rewards.0.Series", Good with { Rewards = [new IssueCouponReward()] } },
        { "SettingMissing condition.Stores", Good with { Condition = new StoresCondition() } },
        { "SettingRange condition.1.0.AtLeast", Good with { Condition = new AllOf(new FirstPurchaseCondition(), new Not(new ReceiptSumCondition { AtLeast = 0 })) } },
        { "GoodsMissing condition", Good with { Condition = new CombinationCondition { First = new() { Skus = ["a"] } } } },
        { "AnyOfNothing condition", Good with { Condition = new AnyOf() } },
        { "TooManyConditions condition", Good with { Condition = Enumerable.Range(0, 9).Aggregate((Condition)new FirstPurchaseCondition(), (c, _) => new Not(c)) } },
        { "EndBeforeBegin until", Good with { Period = new CampaignPeriod { From = new DateTime(2026, 1, 2), Until = new DateTime(2026, 1, 2) } } },
        { "AudienceMissing audience", Good with { Audience = new CampaignAudience { Kind = AudienceKind.Clubs } } },
        { "ControlRange control", Good with { ControlPercent = 50.1m } },
        { "SoftRange softPercent", Good with { Limits = new CampaignLimits { SoftPercent = 0 } } },
        { "LimitRange total", Good with { Limits = new CampaignLimits { Total = 0 } } },
        { "LimitRange moneyBudget", Good with { Limits = new CampaignLimits { MoneyBudget = Money.Zero } } },
        { "FrameTwice frames", Good with { Limits = new CampaignLimits { PerMemberInFrame = [new(LimitFrame.Day, 1), new(LimitFrame.Day, 2)] } } },
        { "GroupUnknown group", Good with { Stacking = new CampaignStacking { Group = "g" } } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_wrong_is_said_at_its_field(string wrong, CampaignTerms terms) => Assert.Equal([wrong], Wrong(terms));

    [Fact]
    public void A_discount_cannot_compete_where_points_have_paid_already()
    {
        var policy = new StackingPolicy { Groups = [new StackingGroup { Key = "late", Phase = ReceiptPhase.Accrual, Groups = [new StackingGroup { Key = "g" }] }] };
        var terms = Good with { Stacking = new CampaignStacking { Group = "g" } };

        Assert.Equal("Campaigns.GroupTooLate", Assert.Single(CampaignChecks.Check(terms, policy)).Code);
        Assert.Empty(CampaignChecks.Check(terms with { Rewards = [new FixedPointsReward()] }, policy));
    }

    [Fact]
    public void Groups_have_keys_of_their_own_and_shares_are_shares()
    {
        var policy = new StackingPolicy
        {
            LineDepthPercent = 101,
            Groups = [new StackingGroup { Key = "a", Groups = [new StackingGroup { Key = "a" }] }],
        };

        Assert.Equal(["Campaigns.ShareRange", "Campaigns.GroupTwice"], CampaignChecks.Check(policy).Select(r => r.Code));
    }
}
