using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Shell;

/// <summary>Gives the focus to the heading of a page that was opened, unless its person is at work on the page already: a slow line tells late.</summary>
public sealed class HeadingFocus : ComponentBase
{
    private Type? opened;
    private bool isNew;

    [Inject] public required IJSRuntime Browser { get; init; }

    [Parameter, EditorRequired] public required Microsoft.AspNetCore.Components.RouteData Route { get; set; }

    protected override void OnParametersSet()
    {
        isNew |= opened != Route.PageType;
        opened = Route.PageType;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!isNew)
        {
            return;
        }

        isNew = false;
        try
        {
            await Browser.InvokeVoidAsync("focusHeading");
        }
        catch (Exception gone) when (gone is JSException or JSDisconnectedException)
        {
            // The page is left, or its script is still on the way: nothing was lost but a convenience.
        }
    }
}
