using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>On one of the levels.</summary>
public sealed record TierCondition : Condition
{
    /// <summary>Their keys.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Tiers { get; init; } = [];
}

/// <summary>Whether the member is on one of the levels.</summary>
public sealed class Tier() : ConditionMechanic<TierCondition>("tier")
{
    public override CampaignNeeds Needs => CampaignNeeds.Tier;

    protected override ConditionTest Prepare(TierCondition settings)
    {
        var keys = settings.Tiers.ToFrozenSet(StringComparer.Ordinal);
        return (purchase, _) => Match.If(purchase.Facts.Tier is { } tier && keys.Contains(tier));
    }
}
