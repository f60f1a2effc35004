using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>What a partner may be called.</summary>
public static class PartnerRule
{
    public const int LongestKey = 20;
    public const int LongestText = 200;

    /// <summary>The first thing that is wrong with a partner's particulars, or null.</summary>
    public static Rejection? Check(string name, string legalName, string taxNumber, string contact)
    {
        if (name.Length is 0 or > LongestText)
        {
            return new Rejection("Partners.NameInvalid", LongestText) { Field = "name" };
        }

        (string Field, string Text)[] others = [("legalName", legalName), ("taxNumber", taxNumber), ("contact", contact)];
        return others.FirstOrDefault(o => o.Text.Length > LongestText).Field is { } field
            ? new Rejection("Partners.TextTooLong", LongestText) { Field = field }
            : null;
    }

    /// <summary>Whether a key is one: 2 to 20 small Latin letters, digits and dashes, a letter first.</summary>
    public static bool IsKey(string key) =>
        key.Length is >= 2 and <= LongestKey && char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
