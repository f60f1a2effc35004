namespace LoyaltyAdmin.Security.Account;

/// <summary>Keeps redirects on this site: an address from a query is anybody's text.</summary>
internal static class LocalAddress
{
    /// <summary>The address when it is a page of this site, otherwise where the person's way begins.</summary>
    public static string OrStart(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.Any(char.IsControl) ? address : "/start";
}
