using System.Globalization;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>A component that follows the making of the demo shop.</summary>
public abstract class DemoWatcher : CancellablePage
{
    // The board is told on threads of nobody's language: the page speaks that of the person who opened it.
    private readonly CultureInfo culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo words = CultureInfo.CurrentUICulture;

    [Inject] public required DemoBoard Board { get; init; }

    /// <summary>What to do at each step, in the page's own language.</summary>
    protected abstract Task OnStepAsync();

    protected override void OnInitialized() => Board.Changed += Note;

    protected override void Dispose(bool disposing)
    {
        Board.Changed -= Note;
        base.Dispose(disposing);
    }

    private void Note() => _ = FollowAsync();

    private async Task FollowAsync()
    {
        try
        {
            await InvokeAsync(async () =>
            {
                (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words);
                await OnStepAsync();
                StateHasChanged();
            });
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
    }
}
