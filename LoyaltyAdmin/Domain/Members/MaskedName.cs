namespace LoyaltyAdmin.Domain.Members;

/// <summary>A name that a person recognises and a stranger does not learn: what a till shows before points are claimed (R16).</summary>
public static class MaskedName
{
    private const string Hidden = "***";

    /// <summary>The first name with the initial of the last; of a single name its first letter; null where there is none.</summary>
    public static string? Of(string? firstName, string? lastName) => (firstName, lastName) switch
    {
        (null, null) => null,
        (null, { } last) => $"{Initial(last)}{Hidden}",
        ({ } first, null) => $"{Initial(first)}{Hidden}",
        ({ } first, { } last) => $"{first} {Initial(last)}.",
    };

    /// <summary>The last two digits of a phone; null where there is none.</summary>
    public static string? OfPhone(string? phone) => phone is { Length: > 2 } ? $"{Hidden}{phone[^2..]}" : null;

    private static string Initial(string name) => char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] : name[..1];
}
