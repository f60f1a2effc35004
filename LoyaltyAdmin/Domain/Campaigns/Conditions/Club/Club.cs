using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>In one of the clubs.</summary>
public sealed record ClubCondition : Condition
{
    /// <summary>Their keys.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Clubs { get; init; } = [];
}

/// <summary>Whether the member is in one of the clubs.</summary>
public sealed class Club() : ConditionMechanic<ClubCondition>("club")
{
    public override CampaignNeeds Needs => CampaignNeeds.Clubs;

    protected override ConditionTest Prepare(ClubCondition settings)
    {
        var keys = settings.Clubs.ToFrozenSet(StringComparer.Ordinal);
        return (purchase, _) => Match.If(purchase.Facts.Clubs.Any(keys.Contains));
    }
}
