using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Which members a list shows. Days are local to the program.</summary>
public sealed record MemberFilter
{
    /// <summary>The beginning of a name, phone, card, e-mail or external id; where nobody's or very many begin so, words that are anywhere in them.</summary>
    public string? Search { get; init; }

    public MemberStatus? Status { get; init; }

    /// <summary>Key of the level that counts for them; where the program has no such level, nobody.</summary>
    public string? Tier { get; init; }

    /// <summary>What their questionnaires are worth.</summary>
    public ProfileQuality? Quality { get; init; }

    public DateOnly? JoinedFrom { get; init; }

    /// <summary>The last day of joining that still counts.</summary>
    public DateOnly? JoinedTo { get; init; }

    /// <summary>Those with available points, or those without.</summary>
    public bool? HasBalance { get; init; }

    /// <summary>Those who bought nothing on this day or later, those who never bought among them.</summary>
    public DateOnly? NoPurchaseSince { get; init; }
}

/// <summary>By what a list of members is sorted.</summary>
public enum MemberSort
{
    Name,
    Joined,
    Available,
    LastReceipt,
    Revenue,
    Receipts,
}

/// <summary>The order of a list of members.</summary>
public readonly record struct MemberOrder(MemberSort By, bool Descending = false);
