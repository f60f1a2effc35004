using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;

namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>Rewards as phrases.</summary>
/// <param name="say">Figures and names.</param>
public sealed class RewardWords(CampaignFigures say)
{
    /// <summary>What a reward gives.</summary>
    /// <param name="reward">Its settings.</param>
    /// <param name="findsGoods">Whether a condition of its campaign names goods.</param>
    public string Phrase(Reward reward, bool findsGoods)
    {
        var on = reward is GoodsReward goods ? On(goods, findsGoods) : "";
        return reward switch
        {
            ExtraPercentReward percent => say["Say.extra-percent", CampaignFigures.Percent(percent.Percent), on],
            FixedPointsReward points => say["Say.fixed-points", say.Points(points.Points)] + Per(points.Per, points.Each) + Only(points),
            MultiplierReward factor => say["Say.multiplier", CampaignFigures.Plain(factor.Factor), on],
            DiscountPercentReward percent => say["Say.discount-percent", CampaignFigures.Percent(percent.Percent), on] + (percent.AtMost is { } most ? say["Say.AtMost", say.Money(most)] : ""),
            DiscountSumReward sum => say["Say.discount-sum", say.Money(sum.Amount), on] + Per(sum.Per, sum.Each),
            SpecialPriceReward price => say["Say.special-price", say.Money(price.Price), on],
            FreeItemsReward free => Free(free, on),
            GiftProductReward gift => say[$"Say.gift-product.{gift.Handing}", CampaignFigures.Plain(gift.Quantity), say.Goods(gift.Gift)] + (gift.EachTime ? say["Say.Per.Time"] : ""),
            IssueCouponReward coupon => say["Say.issue-coupon", CampaignFigures.Plain(coupon.Count), say.Named(k => k.Coupons, coupon.Series)]
                + (coupon.Days > 0 ? say["Say.issue-coupon.Days", say.Count(coupon.Days, "Day")] : "") + Per(coupon.Per, coupon.Each),
            IssueGiftCardReward card => say["Say.issue-gift-card", say.Money(card.Amount), say.Named(k => k.GiftCards, card.Series)] + Per(card.Per, card.Each),
            TierForTimeReward tier => say["Say.tier-for-time", say.Named(k => k.Tiers, tier.Tier), say.Count(tier.Days, "Day")],
            DrawChancesReward draw => say["Say.draw-chances", CampaignFigures.Plain(draw.Chances), draw.Draw] + Per(draw.Per, draw.Each),
            SpendingRuleReward rule => say[$"Say.spending-rule.{rule.Effect}", on, CampaignFigures.Percent(rule.SharePercent)],
            _ => say[$"Reward.{RewardCatalog.Of(reward).Key}"],
        };
    }

    private string On(GoodsReward reward, bool findsGoods) => reward.On switch
    {
        RewardTarget.Chosen => say["Say.On.Chosen", say.Goods(reward.Goods)],
        RewardTarget.Matched when findsGoods => say["Say.On.Matched"],
        _ => say["Say.On.Whole"],
    };

    private string Per(RewardPer per, decimal each) => per == RewardPer.Receipt ? "" : say[$"Say.Per.{per}", say.Money(each)];

    private string Only(GoodsReward reward) => reward.On == RewardTarget.Chosen ? say["Say.OnlyGoods", say.Goods(reward.Goods)] : "";

    private string Free(FreeItemsReward free, string on)
    {
        var choice = say[$"Say.free-items.{free.Choice}"];
        return (free.Percent == 100
            ? say["Say.free-items", CampaignFigures.Plain(free.Bought), CampaignFigures.Plain(free.Free), choice, on]
            : say["Say.free-items.Percent", CampaignFigures.Plain(free.Bought), CampaignFigures.Plain(free.Free), CampaignFigures.Percent(free.Percent), choice, on])
            + (free.Packs is { } packs ? say["Say.free-items.Packs", packs] : "");
    }
}
