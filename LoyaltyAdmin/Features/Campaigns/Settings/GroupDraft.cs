using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>A stacking group while it is edited, with the group that it stands in.</summary>
public sealed class GroupDraft(StackingGroup group, string? inside)
{
    /// <summary>All but the groups within it.</summary>
    public StackingGroup Group { get; set; } = group with { Groups = [] };

    /// <summary>Key of the group that it stands in; null at the top.</summary>
    public string? Inside { get; set; } = inside;

    /// <summary>The tree as a list, each group before those within it.</summary>
    public static List<GroupDraft> Of(IEnumerable<StackingGroup> groups, string? inside = null) =>
        [.. groups.SelectMany(g => Of(g.Groups, g.Key).Prepend(new GroupDraft(g, inside)))];

    /// <summary>The list as a tree.</summary>
    public static IReadOnlyList<StackingGroup> Build(IReadOnlyList<GroupDraft> drafts, string? inside = null) =>
        [.. drafts.Where(d => d.Inside == inside).Select(d => d.Group with { Groups = Build(drafts, d.Group.Key) })];

    /// <summary>Whether a group stands in another one, however deep.</summary>
    public static bool IsWithin(IReadOnlyList<GroupDraft> drafts, string key, string other)
    {
        for (var at = drafts.FirstOrDefault(d => d.Group.Key == key)?.Inside; at is not null; at = drafts.FirstOrDefault(d => d.Group.Key == at)?.Inside)
        {
            if (at == other)
            {
                return true;
            }
        }

        return false;
    }
}
