namespace LoyaltyAdmin.Domain.Members;

/// <summary>The search key of members: databases fold case by Latin only or not at all, so the key is folded here, on both.</summary>
public static class MemberSearch
{
    /// <summary>Upper case, Ё as Е, no doubled blanks: for what is stored and for what is typed alike.</summary>
    public static string Fold(string? text) =>
        string.Join(' ', (text ?? "").ToUpperInvariant().Replace('Ё', 'Е').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The key of a member: last name, first name, phone, e-mail, external id.</summary>
    public static string KeyOf(Member member) =>
        Fold($"{member.LastName} {member.FirstName} {member.Phone} {member.Email} {member.ExternalId}");

    /// <summary>The key by which members are found whose first name is typed first; null without a first name.</summary>
    public static string? GivenNameKeyOf(string? firstName, string? lastName) => firstName is null ? null : Fold($"{firstName} {lastName}");
}
