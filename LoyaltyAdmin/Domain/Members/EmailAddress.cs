using System.Globalization;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>E-mail addresses as we keep them: trimmed, lower case, the domain in its ASCII form (R16). Dots and tags stay: they are the owner's.</summary>
public static class EmailAddress
{
    public const int MaximumLength = 254;
    private const int LongestLocalPart = 64;
    private const string LocalSigns = "!#$%&'*+/=?^_`{|}~-.";
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = false };

    /// <summary>The address as it is kept; <c>Members.EmailInvalid</c> where it cannot be one.</summary>
    public static Result<string> Normalise(string text)
    {
        var trimmed = text.Trim();
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || !IsLocalPart(trimmed[..at]) || AsciiDomain(trimmed[(at + 1)..]) is not { } domain)
        {
            return NotValid(text);
        }

        var address = $"{trimmed[..at].ToLowerInvariant()}@{domain}";
        return address.Length <= MaximumLength ? address : NotValid(text);
    }

    private static bool IsLocalPart(string local) =>
        local.Length <= LongestLocalPart
        && local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal)
        && local.All(c => char.IsLetterOrDigit(c) || LocalSigns.Contains(c));

    private static string? AsciiDomain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain.ToLowerInvariant());
            var labels = ascii.Split('.');
            return labels.Length >= 2 && labels.All(IsLabel) && labels[^1].Length >= 2 && !labels[^1].All(char.IsAsciiDigit) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static Rejection NotValid(string text) => new("Members.EmailInvalid", text.Trim()) { Field = "email" };
}
