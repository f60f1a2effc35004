using System.Text.RegularExpressions;

namespace LoyaltyAdmin.Domain.Offers;

/// <summary>What offers are called.</summary>
public static partial class OfferRule
{
    public const int LongestName = 60;

    /// <summary>Whether tills and shops can name an offer so: small letters, digits and hyphens.</summary>
    public static bool IsKey(string key) => Form().IsMatch(key);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Form();
}
