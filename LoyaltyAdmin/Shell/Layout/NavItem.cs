using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>One line of the menu.</summary>
/// <param name="Key">Key of its words in the shell's texts.</param>
/// <param name="Href">The page's address.</param>
/// <param name="Icon">Name of a Material symbol.</param>
/// <param name="Permission">Whoever has it sees the line.</param>
/// <param name="Group">Key of the heading it stands under; null for none.</param>
public sealed record NavItem(string Key, string Href, string Icon, Permission Permission, string? Group = null);
