using System.Text;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>What a till or shop may know of a person beyond their contacts.</summary>
public enum MemberMarkKind
{
    PaymentCard,
    Address,
    Device,
}

/// <summary>A trace of a person, kept as a fingerprint alone: two members with the same one may be one person.</summary>
public sealed class MemberMark
{
    public required long MemberId { get; init; }

    public required MemberMarkKind Kind { get; init; }

    /// <summary>SHA-256 of what <see cref="Normalise"/> makes of it.</summary>
    public required string Hash { get; init; }

    /// <summary>The letters and digits alone, so that ways of writing do not matter; null where there are none.</summary>
    public static string? Normalise(string? text)
    {
        var plain = new StringBuilder();
        foreach (var sign in (text ?? "").ToUpperInvariant().Where(char.IsLetterOrDigit))
        {
            plain.Append(sign is 'Ё' ? 'Е' : sign);
        }

        return plain.Length == 0 ? null : plain.ToString();
    }
}
