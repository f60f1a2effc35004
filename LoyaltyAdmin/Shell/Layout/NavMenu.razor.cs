using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>The menu of the person's own pages.</summary>
public sealed partial class NavMenu
{
    private IReadOnlyList<IGrouping<string?, NavItem>> groups = [];

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    /// <summary>A page below two lines of the menu is that of the longer one.</summary>
    private NavLinkMatch MatchOf(NavItem item) =>
        item.Href == "/" || groups.SelectMany(group => group).Any(other => other.Href.StartsWith(item.Href + "/", StringComparison.Ordinal) && IsAt(other.Href))
            ? NavLinkMatch.All
            : NavLinkMatch.Prefix;

    private bool IsAt(string href) => $"/{Navigation.ToBaseRelativePath(Navigation.Uri)}".StartsWith(href, StringComparison.Ordinal);

    protected override async Task OnParametersSetAsync()
    {
        var actor = (await Authentication).User.ToActor();
        groups = [.. NavItems.All.Where(item => actor.May(item.Permission)).GroupBy(item => item.Group)];
    }
}
