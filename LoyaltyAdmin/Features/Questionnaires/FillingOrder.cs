using System.Security.Cryptography;
using System.Text;
using LoyaltyAdmin.Domain.Questionnaires;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Answers of a member that somebody hands in.</summary>
public sealed record FillingOrder
{
    public required long MemberId { get; init; }

    /// <summary>The caller's name of it; the same content again under it changes nothing.</summary>
    public required string OperationId { get; init; }

    public string? Store { get; init; }

    /// <summary>Who asks at the store, or the register.</summary>
    public string? Cashier { get; init; }

    /// <summary>By the key of the question; an empty one takes back what was answered.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ConsentGiven> Consents { get; init; } = [];

    /// <summary>Whether contacts that are known may be replaced; who does not see them may not.</summary>
    public bool MayReplaceContacts { get; init; } = true;

    /// <summary>Fingerprint of the content; the member is compared apart, for who was merged goes by another number.</summary>
    internal string Hash()
    {
        var parts = Answers.OrderBy(a => a.Key, StringComparer.Ordinal).SelectMany(a => new[] { a.Key, a.Value })
            .Concat(Consents.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}|{c.Version}|{c.Given}"))
            .Append(Store ?? "\u0000").Append(Cashier ?? "\u0000");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
    }
}

/// <summary>A consent given or withdrawn.</summary>
/// <param name="Key">The consent.</param>
/// <param name="Version">The version of the text that was shown.</param>
/// <param name="Given">False to withdraw.</param>
public sealed record ConsentGiven(string Key, int Version, bool Given);

/// <summary>What became of answers that were handed in.</summary>
/// <param name="MemberId">Whose.</param>
/// <param name="Version">The version of the questionnaire.</param>
/// <param name="Score">Quality, 0 to 100.</param>
/// <param name="IsFilled">Whether each required question was answered somehow.</param>
/// <param name="IsValid">Whether each required answer is valid.</param>
/// <param name="Missing">Keys of questions without an answer.</param>
/// <param name="Junk">Answers that count for nothing, by the key of the question.</param>
public sealed record FillingOutcome(
    long MemberId, int Version, int Score, bool IsFilled, bool IsValid, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, JunkRule> Junk);
