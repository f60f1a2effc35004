using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>The only page base: work that a page began ends with the page, and the page knows who looks at it.</summary>
public abstract class CancellablePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource source = new();

    protected CancellablePage() => Cancelled = source.Token;

    [CascadingParameter] public Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>How this program's money, points and times are shown.</summary>
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    /// <summary>Cancelled when the page is left; work that goes on after that finds it so.</summary>
    protected CancellationToken Cancelled { get; }

    /// <summary>Who looks at the page, for use cases and for what to show.</summary>
    protected async Task<Actor> ActorAsync() =>
        (await (Authentication ?? throw new InvalidOperationException("There is no authentication state above this page."))).User.ToActor();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Cancel();
            source.Dispose();
        }
    }
}
