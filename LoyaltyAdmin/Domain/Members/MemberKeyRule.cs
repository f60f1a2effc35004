using System.Globalization;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>Turns a member's name as a till or a person writes it into the form that is kept and looked up.</summary>
public static class MemberKeyRule
{
    /// <summary>The key, or why the text cannot be a name of that kind.</summary>
    public static Result<MemberKey> Of(MemberKeyKind kind, string text, string country)
    {
        var kept = kind switch
        {
            MemberKeyKind.Card => CardNumber.Normalise(text),
            MemberKeyKind.Phone => PhoneNumber.Normalise(text, country),
            MemberKeyKind.Email => EmailAddress.Normalise(text),
            MemberKeyKind.Id => long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id.ToString(CultureInfo.InvariantCulture)
                : new Rejection("Members.IdInvalid", text.Trim()) { Field = "id" },
            _ => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
        };
        return kept.Accepted(out var value, out var rejection) ? new MemberKey(kind, value) : rejection;
    }
}
