using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>What is seen instead of a page that is not one's own; whoever is not signed in goes to the door.</summary>
public sealed partial class NotAllowed
{
    private bool signedIn;

    [Inject] public required NavigationManager Navigation { get; init; }

    [CascadingParameter] public required Task<AuthenticationState> Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        signedIn = (await Authentication).User.Identity is { IsAuthenticated: true };
        if (!signedIn)
        {
            var here = Uri.EscapeDataString("/" + Navigation.ToBaseRelativePath(Navigation.Uri));
            Navigation.NavigateTo($"/account/sign-in?returnUrl={here}", forceLoad: true);
        }
    }
}
