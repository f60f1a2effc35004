namespace LoyaltyAdmin.Features.Search;

/// <summary>What a finding is, in the order in which findings are shown.</summary>
public enum FindingKind
{
    Member,
    Card,
    Receipt,
    Page,

    /// <summary>The list of all members that match.</summary>
    AllMembers,
}

/// <summary>One thing that was found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">How it is called.</param>
/// <param name="Detail">What tells it from others of the name; null for nothing.</param>
/// <param name="Href">Where it is.</param>
public sealed record Finding(FindingKind Kind, string Title, string? Detail, string Href);

/// <summary>All that was found for what was typed, in the order of showing.</summary>
public sealed record SearchFindings(string Typed, IReadOnlyList<Finding> All)
{
    public static SearchFindings Nothing { get; } = new("", []);

    /// <summary>Whether something was found, and not only where to look further.</summary>
    public bool Any => All.Any(finding => finding.Kind != FindingKind.AllMembers);
}
