using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What somebody types to find a member, understood: a number as phone, card or member number; else a name, an e-mail, an id.</summary>
public sealed record MemberSearchTerm
{
    private const int ShortestNumber = 4;
    private const int LongestMemberNumber = 12;

    private MemberSearchTerm(string typed) => (Typed, Folded) = (typed, MemberSearch.Fold(typed));

    /// <summary>As typed, without blanks around it.</summary>
    public string Typed { get; }

    /// <summary>As the search key is folded.</summary>
    public string Folded { get; }

    /// <summary>Its digits, where it is nothing but a number of four digits or more.</summary>
    public string? Number { get; private init; }

    /// <summary>What a phone may begin with.</summary>
    public IReadOnlyList<string> Phones { get; private init; } = [];

    /// <summary>What a card's number may begin with; null where it cannot be one.</summary>
    public string? Card { get; private init; }

    /// <summary>What an e-mail may begin with; null where it cannot be one.</summary>
    public string? Email { get; private init; }

    /// <summary>The member's own number in the portal, where it can be one.</summary>
    public long? MemberId { get; private init; }

    public bool IsEmpty => Folded.Length == 0;

    /// <param name="typed">Anything.</param>
    /// <param name="country">Whose way of writing phones is meant: see <see cref="PhoneNumber"/>.</param>
    public static MemberSearchTerm Of(string? typed, string country)
    {
        var term = new MemberSearchTerm((typed ?? "").Trim());
        var compact = string.Concat(term.Folded.Where(char.IsLetterOrDigit));
        var isNumber = compact.Length > 0 && compact.All(char.IsAsciiDigit) && !term.Folded.Contains('@', StringComparison.Ordinal);
        return term with
        {
            Number = isNumber && compact.Length >= ShortestNumber ? compact : null,
            Phones = isNumber && compact.Length >= ShortestNumber ? PhoneNumber.Beginnings(term.Typed, country) : [],
            Card = compact.Length >= ShortestNumber && compact.Any(char.IsAsciiDigit) ? compact : null,
            Email = !isNumber && term.Typed.All(c => char.IsAscii(c) && !char.IsWhiteSpace(c)) && term.Typed.Length > 0 ? term.Typed.ToLowerInvariant() : null,
            MemberId = isNumber && compact.Length <= LongestMemberNumber && term.Typed.All(char.IsAsciiDigit) ? long.Parse(compact, System.Globalization.CultureInfo.InvariantCulture) : null,
        };
    }
}
