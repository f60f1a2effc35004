namespace LoyaltyAdmin.Domain.Partners;

/// <summary>
/// At whose till something is done, where it is a partner's. Each owner of tills numbers receipts as it likes, so numbers of
/// a partner's receipts, returns and holds are kept with the partner's key in front.
/// </summary>
public sealed record PartnerTill(int Id, string Key)
{
    private const char Mark = ':';

    /// <summary>Whether the partner has left the program: its till takes goods back and learns nothing of members any more.</summary>
    public bool HasLeft { get; init; }

    /// <summary>The most characters that the key puts in front of a number.</summary>
    public const int LongestPrefix = PartnerRule.LongestKey + 1;

    /// <summary>The number under which the till's number is kept.</summary>
    public string Keep(string number) => $"{Key}{Mark}{number}";

    /// <summary>The till's own number again.</summary>
    public static string Tell(string kept, int? partnerId) => partnerId is null ? kept : kept[(kept.IndexOf(Mark, StringComparison.Ordinal) + 1)..];
}
