namespace LoyaltyAdmin.Shell.Layout;

/// <summary>Who is signed in, and what one does with the own account.</summary>
public sealed partial class UserMenu
{
    private static string Initial(string? name) => name is { Length: > 0 } ? name[..1].ToUpperInvariant() : "?";
}
