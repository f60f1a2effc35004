using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>The only page base: work that a page began ends with the page, and the page knows who looks at it.</summary>
public abstract class CancellablePage : ComponentBase, IDisposable
{
    private readonly CancellationTokenSource source = new();

    /// <summary>Takes the token at once: what still runs when the page is left asks it afterwards too.</summary>
    protected CancellablePage() => Cancelled = source.Token;

    [CascadingParameter] public Task<AuthenticationState>? Authentication { get; set; }

    /// <summary>How this program's money, points and times are shown.</summary>
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    /// <summary>Cancelled when the page is left.</summary>
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
        if (disposing && !Cancelled.IsCancellationRequested)
        {
            source.Cancel();
            source.Dispose();
        }
    }
}
