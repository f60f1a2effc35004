using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>The menu of the person's own pages.</summary>
public sealed partial class NavMenu
{
    private IReadOnlyList<IGrouping<string?, NavItem>> groups = [];

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        var actor = (await Authentication).User.ToActor();
        groups = [.. NavItems.All.Where(item => actor.May(item.Permission)).GroupBy(item => item.Group)];
    }
}
