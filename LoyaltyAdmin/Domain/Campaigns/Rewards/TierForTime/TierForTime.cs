using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A level for a time.</summary>
public sealed record TierForTimeReward : Reward
{
    /// <summary>Key of the level.</summary>
    [Required]
    public string Tier { get; init; } = "";

    [Range(1, 3650)]
    public int Days { get; init; } = 90;
}

/// <summary>Promises a level.</summary>
public sealed class TierForTime() : PromiseMechanic<TierForTimeReward>("tier-for-time")
{
    public override bool NeedsMember => true;

    protected override Promise? Evaluate(TierForTimeReward settings, PromiseView view) =>
        new Promise(PromiseKind.Tier, view.Campaign, settings.Tier) { Days = settings.Days };
}
