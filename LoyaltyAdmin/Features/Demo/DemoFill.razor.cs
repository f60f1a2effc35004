using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>Offers an empty portal the demo shop, to whoever may remove it.</summary>
public sealed partial class DemoFill
{
    private bool offered;
    private bool busy;

    [Inject] public required StartDemoShop Start { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    protected override Task OnInitializedAsync() => OnStepAsync();

    protected override async Task OnStepAsync() => offered = await Start.IsOfferedAsync(await ActorAsync(), Cancelled);

    private async Task FillAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        if (await Start.ExecuteAsync(await ActorAsync(), Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }

        busy = false;
        await OnStepAsync();
    }
}
