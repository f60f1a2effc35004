using System.Collections.Frozen;
using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>In one of the segments.</summary>
public sealed record SegmentCondition : Condition
{
    /// <summary>Their keys.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Segments { get; init; } = [];
}

/// <summary>Whether the member is in one of the segments.</summary>
public sealed class Segment() : ConditionMechanic<SegmentCondition>("segment")
{
    public override CampaignNeeds Needs => CampaignNeeds.Segments;

    protected override ConditionTest Prepare(SegmentCondition settings)
    {
        var keys = settings.Segments.ToFrozenSet(StringComparer.Ordinal);
        return (purchase, _) => Match.If(purchase.Facts.Segments.Any(keys.Contains));
    }
}
