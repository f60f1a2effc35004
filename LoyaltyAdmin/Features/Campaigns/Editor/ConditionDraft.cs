using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A node of the tree of conditions while it is edited: a group of others, or a condition with its settings.</summary>
public sealed class ConditionDraft
{
    private ConditionDraft()
    {
    }

    /// <summary>Whether the opposite must hold.</summary>
    public bool IsNegated { get; set; }

    /// <summary>The condition; null for a group.</summary>
    public Condition? Settings { get; set; }

    /// <summary>Of a group: whether one of its parts is enough.</summary>
    public bool IsAny { get; set; }

    /// <summary>Of a group.</summary>
    public List<ConditionDraft> Parts { get; } = [];

    public bool IsGroup => Settings is null;

    /// <summary>A condition.</summary>
    public static ConditionDraft Of(Condition settings) => new() { Settings = settings };

    /// <summary>A group of conditions.</summary>
    public static ConditionDraft Group(bool isAny, params IEnumerable<ConditionDraft> parts)
    {
        var group = new ConditionDraft { IsAny = isAny };
        group.Parts.AddRange(parts);
        return group;
    }

    /// <summary>The tree of a campaign; its root is always a group that must hold.</summary>
    public static ConditionDraft Root(Condition condition) => From(condition) is { IsGroup: true, IsNegated: false } group ? group : Group(isAny: false, From(condition));

    /// <summary>The condition that was drawn.</summary>
    public Condition Build()
    {
        Condition built = Settings ?? (IsAny ? new AnyOf([.. Parts.Select(p => p.Build())]) : new AllOf([.. Parts.Select(p => p.Build())]));
        return IsNegated ? new Not(built) : built;
    }

    /// <summary>Where the findings of the checks see what this node holds, from the place of the node.</summary>
    public string Inside(string place) => IsNegated ? $"{place}.0" : place;

    /// <summary>Moves a part of the group up or down among its neighbours.</summary>
    public void Move(ConditionDraft part, int by)
    {
        var (from, to) = (Parts.IndexOf(part), Parts.IndexOf(part) + by);
        if (from >= 0 && to >= 0 && to < Parts.Count)
        {
            (Parts[from], Parts[to]) = (Parts[to], Parts[from]);
        }
    }

    private static ConditionDraft From(Condition condition)
    {
        switch (condition)
        {
            case AllOf all:
                return Group(isAny: false, all.Conditions.Select(From));
            case AnyOf any:
                return Group(isAny: true, any.Conditions.Select(From));
            case Not not:
                var inner = From(not.Condition);
                var shown = inner.IsNegated ? Group(isAny: false, inner) : inner;
                shown.IsNegated = true;
                return shown;
            default:
                return Of(condition);
        }
    }
}
