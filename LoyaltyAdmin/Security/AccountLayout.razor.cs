using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Security;

/// <summary>The frame of the pages that work before and beside the portal: one card in the middle.</summary>
public sealed partial class AccountLayout
{
    [Inject] public required NavigationManager Navigation { get; init; }

    private string ReturnUrl => Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri));
}
