using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>What a template leaves to the shop.</summary>
public enum TemplateGap
{
    Goods,
    Series,
    Lists,
    Levels,
    Stores,
}

/// <summary>Finds what terms leave open that only the shop can fill in.</summary>
public static class TemplateGaps
{
    /// <summary>Each once.</summary>
    public static IReadOnlyList<TemplateGap> Of(CampaignTerms terms) =>
        [.. OfAudience(terms.Audience).Concat(ConditionTree.Leaves(terms.Condition).SelectMany(OfCondition)).Concat(terms.Rewards.SelectMany(OfReward)).Distinct().Order()];

    private static TemplateGap[] OfAudience(CampaignAudience audience) => audience switch
    {
        { Keys.Count: > 0 } => [],
        { Kind: AudienceKind.Lists } => [TemplateGap.Lists],
        { Kind: AudienceKind.Tiers } => [TemplateGap.Levels],
        _ => [],
    };

    private static TemplateGap[] OfCondition(Condition condition) => condition switch
    {
        CategoriesCondition { Categories.Count: 0 } or SkusCondition { Skus.Count: 0 } => [TemplateGap.Goods],
        CombinationCondition both when both.First.IsEmpty || both.Second.IsEmpty => [TemplateGap.Goods],
        StoresCondition { Stores.Count: 0 } => [TemplateGap.Stores],
        CodeCondition { Series.Length: 0 } => [TemplateGap.Series],
        _ => [],
    };

    private static TemplateGap[] OfReward(Reward reward) => reward switch
    {
        GiftProductReward { Gift.IsEmpty: true } => [TemplateGap.Goods],
        GoodsReward { On: RewardTarget.Chosen, Goods.IsEmpty: true } => [TemplateGap.Goods],
        IssueCouponReward { Series.Length: 0 } or IssueGiftCardReward { Series.Length: 0 } => [TemplateGap.Series],
        _ => [],
    };
}
