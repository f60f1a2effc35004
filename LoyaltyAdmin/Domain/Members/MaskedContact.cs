namespace LoyaltyAdmin.Domain.Members;

/// <summary>Contacts by which someone who knows them recognises a member, and from which a stranger cannot reach one.</summary>
public static class MaskedContact
{
    private const string Hidden = "***";
    private const int Tail = 4;

    /// <summary>+7 *** ***-12-34: the last four digits, with the country of a Russian number; null where there is none.</summary>
    public static string? Phone(string? phone) => phone switch
    {
        null => null,
        { Length: <= Tail + 2 } => Hidden,
        _ => $"{(phone.StartsWith("+7", StringComparison.Ordinal) ? "+7 " : "")}{Hidden} {Hidden}-{phone[^4..^2]}-{phone[^2..]}",
    };

    /// <summary>a***@example.com: the first letter and the domain; null where there is none.</summary>
    public static string? Email(string? email) => email switch
    {
        null => null,
        _ when email.IndexOf('@') is var at and > 0 => $"{email[0]}{Hidden}{email[at..]}",
        _ => Hidden,
    };
}
