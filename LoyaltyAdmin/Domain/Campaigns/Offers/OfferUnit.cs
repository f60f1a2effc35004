using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>What is decided as one: a campaign, or a group with what is in it.</summary>
/// <param name="Priority">The lower, the earlier.</param>
/// <param name="Key">Of the campaign or group.</param>
/// <param name="Phase">The stage at which it is decided.</param>
internal sealed record OfferUnit(int Priority, string Key, ReceiptPhase Phase)
{
    public PreparedCampaign? Campaign { get; init; }

    /// <summary>The place of the campaign in its set.</summary>
    public int Place { get; init; }

    public StackingGroup? Group { get; init; }

    /// <summary>What is in the group, in the order in which it is decided.</summary>
    public IReadOnlyList<OfferUnit> Units { get; init; } = [];

    /// <summary>The campaigns in it, those of nested groups too.</summary>
    public IEnumerable<OfferUnit> Campaigns() => Campaign is not null ? [this] : Units.SelectMany(u => u.Campaigns());

    /// <summary>Puts campaigns into the groups that they name, and sorts all by priority. A group that no policy has, or that is decided too late for a campaign, is none to it.</summary>
    public static IReadOnlyList<OfferUnit> Arrange(IReadOnlyList<PreparedCampaign> campaigns, StackingPolicy policy)
    {
        var left = campaigns.Select((c, place) => new OfferUnit(c.Terms.Stacking.Priority, c.Key, c.Phase) { Campaign = c, Place = place }).ToList();
        var groups = policy.Groups.Select(group => Fill(group, group.Phase, left)).OfType<OfferUnit>().ToList();
        return [.. Sort(groups.Concat(left))];
    }

    private static OfferUnit? Fill(StackingGroup group, ReceiptPhase phase, List<OfferUnit> left)
    {
        var own = left.Where(u => u.Campaign!.Terms.Stacking.Group == group.Key && phase <= u.Campaign.LatestPhase).ToList();
        left.RemoveAll(own.Contains);
        var units = Sort(group.Groups.Select(g => Fill(g, phase, left)).OfType<OfferUnit>().Concat(own)).ToList();
        return units.Count == 0 ? null : new OfferUnit(group.Priority, group.Key, phase) { Group = group, Units = units };
    }

    private static IOrderedEnumerable<OfferUnit> Sort(IEnumerable<OfferUnit> units) =>
        units.OrderBy(u => u.Priority).ThenBy(u => u.Key, StringComparer.Ordinal).ThenBy(u => u.Place);
}
