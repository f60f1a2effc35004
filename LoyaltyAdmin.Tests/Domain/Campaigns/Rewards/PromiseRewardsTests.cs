using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Rewards;

public class PromiseRewardsTests
{
    public static TheoryData<Reward, Promise, string> Promises => new()
    {
        { new GiftProductReward { Gift = new GoodsSet { Skus = ["mug"] }, Handing = GiftHanding.Promised, Quantity = 2 }, new(PromiseKind.GiftProduct, "c", "mug") { Count = 2 }, OfferReasons.GiftProduct },
        { new GiftProductReward { Gift = new GoodsSet { Skus = ["mug"] }, Handing = GiftHanding.Promised, EachTime = true }, new(PromiseKind.GiftProduct, "c", "mug") { Count = 3 }, OfferReasons.GiftProduct },
        { new IssueCouponReward { Series = "S", Days = 30 }, new(PromiseKind.Coupon, "c", "S") { Days = 30 }, OfferReasons.Coupon },
        { new IssueCouponReward { Series = "S", Count = 2, Per = RewardPer.Sum, Each = 1000 }, new(PromiseKind.Coupon, "c", "S") { Count = 6 }, OfferReasons.Coupon },
        { new IssueGiftCardReward { Series = "G", Amount = 500 }, new(PromiseKind.GiftCard, "c", "G") { Amount = Money.Of(500) }, OfferReasons.GiftCard },
        { new IssueGiftCardReward { Series = "G", Amount = 5, Per = RewardPer.Time }, new(PromiseKind.GiftCard, "c", "G") { Amount = Money.Of(5), Count = 3 }, OfferReasons.GiftCard },
        { new TierForTimeReward { Tier = "gold" }, new(PromiseKind.Tier, "c", "gold") { Days = 90 }, OfferReasons.Tier },
        { new DrawChancesReward { Draw = "car", Chances = 2, Per = RewardPer.Time }, new(PromiseKind.Chances, "c", "car") { Count = 6 }, OfferReasons.Chances },
        { new DrawChancesReward { Draw = "car", Per = RewardPer.Unit }, new(PromiseKind.Chances, "c", "car") { Count = 4 }, OfferReasons.Chances },
        { new DrawChancesReward { Draw = "car", Per = RewardPer.Sum, Each = 500 }, new(PromiseKind.Chances, "c", "car") { Count = 6 }, OfferReasons.Chances },
    };

    [Theory]
    [MemberData(nameof(Promises))]
    public void What_is_no_amount_is_promised_told_and_counted_as_a_use(Reward reward, Promise promise, string said)
    {
        var decision = new Shop(Campaign("c", reward, new ReceiptSumCondition { AtLeast = 1_000 })).Sell(Line(1, 3_200, quantity: 4));

        var offer = decision.Offer("c");
        Assert.Equal(promise, Assert.Single(offer.Promises));
        Assert.Contains(said, decision.Codes());
        Assert.Equal(1, offer.Use!.Uses);
        Assert.Equal(promise.Amount.Minor * promise.Count, offer.Use.Money.Minor);
    }

    [Fact]
    public void A_promise_for_full_sums_counts_what_is_paid_in_money()
    {
        var shop = new Shop(Campaign("c", new DrawChancesReward { Draw = "car", Per = RewardPer.Sum, Each = 500 })) { Conditions = Redemption(r => r with { MaximumSharePercent = 50 }) };

        Assert.Equal(1, Assert.Single(shop.Sell(Receipt(Line(1, 1_000)).Asking(400)).Offer("c").Promises).Count);
    }

    [Fact]
    public void Too_little_for_a_promise_is_no_use() =>
        Assert.Equal(OfferReasons.GivesNothing, new Shop(Campaign("c", new DrawChancesReward { Draw = "car", Per = RewardPer.Sum, Each = 500 })).Sell(Line(1, 499)).Why("c"));

    [Fact]
    public void Coupons_can_be_promised_to_anybody_and_levels_and_chances_to_members_only()
    {
        var shop = new Shop(
            Campaign("coupon", new IssueCouponReward { Series = "S" }), Campaign("tier", new TierForTimeReward { Tier = "gold" }),
            Campaign("draw", new DrawChancesReward { Draw = "car" }))
        {
            Member = null,
            Facts = CampaignFacts.Nobody,
        };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((true, OfferReasons.NeedsMember, OfferReasons.NeedsMember), (decision.Gave("coupon"), decision.Why("tier"), decision.Why("draw")));
    }

    [Fact]
    public void A_gift_card_beyond_the_budget_is_not_promised()
    {
        var shop = new Shop(Campaign("c", new IssueGiftCardReward { Series = "G", Amount = 500 }, with: t => t with { Limits = new CampaignLimits { MoneyBudget = Money.Of(700) } }))
        {
            Facts = new CampaignFacts { MemberId = 1, Standings = new Dictionary<string, CampaignStanding> { ["c"] = new() { Money = Money.Of(300) } } },
        };

        Assert.Equal(OfferReasons.MoneyBudgetSpent, shop.Sell(Line(1, 100)).Why("c"));
    }
}
