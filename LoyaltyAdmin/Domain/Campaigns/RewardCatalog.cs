using System.Collections.Frozen;
using LoyaltyAdmin.Domain.Campaigns.Rewards;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>All kinds of rewards, in the order in which people look for them.</summary>
public static class RewardCatalog
{
    public static IReadOnlyList<RewardMechanic> All { get; } =
    [
        new ExtraPercent(),
        new FixedPoints(),
        new Multiplier(),
        new DiscountPercent(),
        new DiscountSum(),
        new SpecialPrice(),
        new FreeItems(),
        new GiftProduct(),
        new IssueCoupon(),
        new IssueGiftCard(),
        new TierForTime(),
        new DrawChances(),
        new SpendingRule(),
    ];

    private static readonly FrozenDictionary<Type, RewardMechanic> BySettings = All.ToFrozenDictionary(m => m.Settings);

    /// <summary>The kind that settings are of.</summary>
    public static RewardMechanic Of(Reward reward) => BySettings[reward.GetType()];
}
