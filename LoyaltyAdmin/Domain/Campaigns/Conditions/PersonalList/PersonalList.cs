using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>On one of the personal lists.</summary>
public sealed record PersonalListCondition : Condition
{
    /// <summary>Their keys.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Lists { get; init; } = [];
}

/// <summary>Whether the member is on one of the lists.</summary>
public sealed class PersonalList() : ConditionMechanic<PersonalListCondition>("list")
{
    public override CampaignNeeds Needs => CampaignNeeds.Lists;

    protected override ConditionTest Prepare(PersonalListCondition settings)
    {
        var keys = settings.Lists.ToFrozenSet(StringComparer.Ordinal);
        return (purchase, _) => Match.If(purchase.Facts.Lists.Any(keys.Contains));
    }
}
