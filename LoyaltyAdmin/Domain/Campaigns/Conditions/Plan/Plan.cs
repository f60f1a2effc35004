using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>With one of the plans.</summary>
public sealed record PlanCondition : Condition
{
    /// <summary>Their keys.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Plans { get; init; } = [];
}

/// <summary>Whether the member has one of the plans.</summary>
public sealed class Plan() : ConditionMechanic<PlanCondition>("plan")
{
    public override CampaignNeeds Needs => CampaignNeeds.Plans;

    protected override ConditionTest Prepare(PlanCondition settings)
    {
        var keys = settings.Plans.ToFrozenSet(StringComparer.Ordinal);
        return (purchase, _) => Match.If(purchase.Facts.Plans.Any(keys.Contains));
    }
}
