using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What typed words find. All words must be there, anywhere in the search key; numbers are also tried as a phone or a card.</summary>
internal static class MemberSearchQuery
{
    private const int ShortestNumber = 4;

    public static IQueryable<Member> Apply(IQueryable<Member> members, IQueryable<Card> cards, string? search)
    {
        var folded = MemberSearch.Fold(search);
        if (folded.Length == 0)
        {
            return members;
        }

        var compact = string.Concat(folded.Where(c => char.IsLetterOrDigit(c)));
        var isNumber = compact.Length >= ShortestNumber && compact.All(char.IsAsciiDigit) && folded.All(c => !char.IsLetter(c));
        if (isNumber)
        {
            // 8 916 … is how Russia writes +7 916 …, already while it is being typed.
            var phone = compact[0] == '8' ? string.Concat("+7", compact.AsSpan(1)) : compact;
            var end = After(compact);
#pragma warning disable CA1309 // runs in the database: a range is what its index serves
            var holders = cards.Where(c => string.Compare(c.Number, compact) >= 0 && string.Compare(c.Number, end) < 0).Select(c => c.MemberId);
#pragma warning restore CA1309
            return members.Where(m => m.SearchKey.Contains(compact) || m.SearchKey.Contains(phone) || holders.Contains(m.Id));
        }

        foreach (var word in folded.Split(' '))
        {
            members = members.Where(m => m.SearchKey.Contains(word));
        }

        return members;
    }

    /// <summary>The first text after all that begin with these digits; letters sort after digits on both databases.</summary>
    private static string After(string digits)
    {
        var rest = digits.TrimEnd('9');
        return rest.Length == 0 ? "A" : rest[..^1] + (char)(rest[^1] + 1);
    }
}
