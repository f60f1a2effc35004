using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class CampaignChecksTests
{
    private static readonly CampaignTerms Good = new() { Rewards = [new DiscountPercentReward()] };

    [Fact]
    public void Good_terms_pass() => Assert.Empty(CampaignChecks.Check(Good, StackingPolicy.Usual));

    public static TheoryData<CampaignTerms> Wrong =>
    [
        Good with { Rewards = [] },
        Good with { Rewards = [new DiscountPercentReward { Percent = 101 }] },
        Good with { Rewards = [new DiscountSumReward { Amount = 1.001m }] },
        Good with { Rewards = [new DiscountPercentReward { On = RewardTarget.Chosen }] },
        Good with { Rewards = [new GiftProductReward()] },
        Good with { Rewards = [new IssueCouponReward()] },
        Good with { Condition = new StoresCondition() },
        Good with { Condition = new AllOf(new FirstPurchaseCondition(), new Not(new ReceiptSumCondition { AtLeast = 0 })) },
        Good with { Condition = new CombinationCondition { First = new() { Skus = ["a"] } } },
        Good with { Condition = Enumerable.Range(0, 9).Aggregate((Condition)new FirstPurchaseCondition(), (c, _) => new Not(c)) },
        Good with { Period = new CampaignPeriod { From = new DateTime(2026, 1, 2), Until = new DateTime(2026, 1, 2) } },
        Good with { Audience = new CampaignAudience { Kind = AudienceKind.Clubs } },
        Good with { ControlPercent = 50.1m },
        Good with { Limits = new CampaignLimits { SoftPercent = 0 } },
        Good with { Limits = new CampaignLimits { Total = 0 } },
        Good with { Limits = new CampaignLimits { PerMemberInFrame = [new(LimitFrame.Day, 1), new(LimitFrame.Day, 2)] } },
        Good with { Stacking = new CampaignStacking { Group = "g" } },
    ];

    [Theory]
    [MemberData(nameof(Wrong))]
    public void One_thing_wrong_is_told_once(CampaignTerms terms) => Assert.Single(CampaignChecks.Check(terms, StackingPolicy.Usual));

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
        var policy = new StackingPolicy { LineDepthPercent = 101, Groups = [new StackingGroup { Key = "a", Groups = [new StackingGroup { Key = "a" }] }] };

        Assert.Equal(["Campaigns.ShareRange", "Campaigns.GroupTwice"], CampaignChecks.Check(policy).Select(r => r.Code));
    }
}
