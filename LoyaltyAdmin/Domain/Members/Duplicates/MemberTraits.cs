using System.Globalization;

namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>The traits of a member: few enough to keep, common enough that duplicates share one.</summary>
public static class MemberTraits
{
    private const int PhoneDigits = 10;
    private const int LongestPhone = 15;
    private static readonly string[] Yandex = ["yandex.ru", "ya.ru", "yandex.com", "yandex.by", "yandex.kz"];

    public static IReadOnlyList<(TraitKind Kind, string Value)> Of(MemberIdentity member)
    {
        var traits = new HashSet<(TraitKind, string)>();
        Add(TraitKind.Phone, PhoneOf(member.Phone));
        Add(TraitKind.Phone, PhoneOf(member.ExternalId));
        Add(TraitKind.Mailbox, MailboxOf(member.Email));
        Add(TraitKind.Mailbox, MailboxOf(member.ExternalId));
        Add(TraitKind.Name, NameOf(member));
        Add(TraitKind.Birth, BirthOf(member));
        return [.. traits];

        void Add(TraitKind kind, string? value)
        {
            if (value is { Length: > 0 and <= MemberTrait.LongestValue })
            {
                traits.Add((kind, value));
            }
        }
    }

    /// <summary>The last ten digits of what may be a phone; null where it is none.</summary>
    public static string? PhoneOf(string? text)
    {
        if (text is null || text.Any(c => !char.IsAsciiDigit(c) && c is not ('+' or ' ' or '-' or '(' or ')')))
        {
            return null;
        }

        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length is >= PhoneDigits and <= LongestPhone ? digits[^PhoneDigits..] : null;
    }

    /// <summary>The mailbox of an address; null where it is none.</summary>
    public static string? MailboxOf(string? address)
    {
        if (address is null || address.IndexOf('@', StringComparison.Ordinal) is var at && (at <= 0 || at == address.Length - 1))
        {
            return null;
        }

        var (box, host) = (address[..at].ToLowerInvariant(), address[(at + 1)..].ToLowerInvariant());
        box = box.Split('+')[0];
        if (host is "gmail.com" or "googlemail.com")
        {
            (box, host) = (box.Replace(".", "", StringComparison.Ordinal), "gmail.com");
        }
        else if (Yandex.Contains(host))
        {
            (box, host) = (box.Replace('.', '-'), Yandex[0]);
        }

        return box.Length == 0 ? null : $"{box}@{host}";
    }

    private static string? NameOf(MemberIdentity member)
    {
        var (first, last) = (NameForm.Of(member.FirstName), NameForm.Of(member.LastName));
        return first.Length == 0 || last.Length == 0 ? null : string.Join(' ', new[] { first, last }.Order(StringComparer.Ordinal));
    }

    private static string? BirthOf(MemberIdentity member)
    {
        var initials = string.Concat(new[] { NameForm.Of(member.FirstName), NameForm.Of(member.LastName) }.Where(n => n.Length > 0).Select(n => n[0]).Order());
        return member.BirthDate is { } born && initials.Length > 0 ? born.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + initials : null;
    }
}
