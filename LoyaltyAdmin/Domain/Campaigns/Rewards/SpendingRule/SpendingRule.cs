using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>What a campaign does to paying by points.</summary>
public enum SpendingEffect
{
    /// <summary>Points may pay more.</summary>
    Widened,

    /// <summary>Points may not pay.</summary>
    Forbidden,
}

/// <summary>Paying by points forbidden, or widened, for goods.</summary>
public sealed record SpendingRuleReward : GoodsReward
{
    public SpendingEffect Effect { get; init; }

    /// <summary>With <see cref="SpendingEffect.Widened"/>: the largest part of the goods that points may pay.</summary>
    [Range(0.01, 100)]
    public decimal SharePercent { get; init; } = 50m;
}

/// <summary>Changes what points may pay (R3); the stage of points reads the settings.</summary>
public sealed class SpendingRule() : RewardMechanic("spending-rule", typeof(SpendingRuleReward), RewardKind.Redemption);
