using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a campaign gives: the settings of one mechanic of <see cref="RewardCatalog"/>. As JSON it names it in <c>kind</c>.</summary>
public abstract record Reward;

/// <summary>For which goods of a receipt a reward is.</summary>
public enum RewardTarget
{
    /// <summary>Those that the conditions matched; all where no condition is about goods.</summary>
    Matched,

    /// <summary>All.</summary>
    Whole,

    /// <summary>Those named in the reward.</summary>
    Chosen,
}

/// <summary>A reward for goods of the receipt. Gift cards being sold are never among them.</summary>
public abstract record GoodsReward : Reward
{
    public RewardTarget On { get; init; } = RewardTarget.Matched;

    /// <summary>With <see cref="RewardTarget.Chosen"/>: for which.</summary>
    public GoodsSet Goods { get; init; } = GoodsSet.None;
}

/// <summary>How often a reward is given on one receipt.</summary>
public enum RewardPer
{
    /// <summary>Once.</summary>
    Receipt,

    /// <summary>For each time that the receipt fulfils the conditions: each complete set, each full sum or quantity.</summary>
    Time,

    /// <summary>For each unit of the goods.</summary>
    Unit,

    /// <summary>For each full sum spent on the goods.</summary>
    Sum,
}
