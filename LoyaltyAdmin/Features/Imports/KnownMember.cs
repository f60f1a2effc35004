using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A member whom rows of a file may be about.</summary>
internal sealed class KnownMember(Member member)
{
    public Member Member { get; } = member;

    public HashSet<string> Cards { get; } = [];

    /// <summary>Names of members who were merged into this one, an external id with the fingerprint of its registration.</summary>
    public Dictionary<string, string?> Aliases { get; } = [];

    /// <summary>A name, unless it is one of those that merged members left: it names this one already.</summary>
    public string? Own(string? name) => name is null || Aliases.ContainsKey(name) ? null : name;

    /// <summary>Whether this batch registers the member.</summary>
    public bool IsNew { get; init; }
}
