namespace LoyaltyAdmin.Security.Account;

/// <summary>Keeps redirects on this site: an address from a query is anybody's text.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a path of this site, otherwise the start page.</summary>
    public static string OrHome(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/";
}
