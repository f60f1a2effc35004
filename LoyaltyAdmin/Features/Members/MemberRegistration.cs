using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What a till, a shop or an operator says to register a member.</summary>
public sealed record MemberRegistration
{
    public required MemberProfile Profile { get; init; }

    /// <summary>A card to give at once.</summary>
    public string? Card { get; init; }

    /// <summary>When the member joined (UTC); null for now.</summary>
    public DateTime? JoinedAt { get; init; }

    /// <summary>The store where the member joins; null where none is named.</summary>
    public string? Store { get; init; }

    /// <summary>Who registers the member there, or at which register; null where nobody is named.</summary>
    public string? Cashier { get; init; }

    /// <summary>Whether the demo shop invents the member.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether anything names the member: without an external id, a card, a phone or an e-mail nobody finds them again.</summary>
    internal bool HasKey => (Profile.ExternalId ?? Profile.Phone ?? Profile.Email ?? Card) is not null;

    /// <summary>Fingerprint of the normalised content.</summary>
    internal string Hash()
    {
        string?[] parts =
        [
            Profile.ExternalId, Card, Profile.Phone, Profile.Email, Profile.FirstName, Profile.LastName,
            Profile.BirthDate?.ToString("O", CultureInfo.InvariantCulture), JoinedAt?.ToString("O", CultureInfo.InvariantCulture),
            Profile.Channel, Profile.AgreedToOffers ? "offers" : null, Profile.Note,
        ];

        // Fingerprints from before stores were named stay as they were.
        IEnumerable<string?> joined = (Store ?? Cashier) is null ? parts : [.. parts, Store, Cashier];
        var content = string.Join('\u001f', joined.Select(part => part ?? "\u0000"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    /// <summary>Whether a member who was registered in another way, such as by an import, is as said here in all that is said.</summary>
    internal bool Agrees(Member member, IReadOnlyCollection<string> cards) =>
        Same(Profile.Phone, member.Phone) && Same(Profile.Email, member.Email)
        && Same(Profile.FirstName, member.FirstName) && Same(Profile.LastName, member.LastName)
        && (Profile.BirthDate is null || Profile.BirthDate == member.BirthDate)
        && (JoinedAt is null || JoinedAt == member.JoinedAt)
        && Same(Profile.Channel, member.Channel)
        && (!Profile.AgreedToOffers || member.AgreedToOffers)
        && (Card is null || cards.Contains(Card));

    private static bool Same(string? said, string? kept) => said is null || said == kept;
}
