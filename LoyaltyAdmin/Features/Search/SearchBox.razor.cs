using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Features.Search;

/// <summary>
/// The box in the head of every page: finds while one types, goes with the arrows and Enter, leaves with Escape. On a phone it
/// is a sheet behind a button.
/// </summary>
public sealed partial class SearchBox : IAsyncDisposable
{
    private const string Module = "./Features/Search/SearchBox.razor.js";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);
    private ElementReference root;
    private DotNetObjectReference<SearchBox>? self;
    private IJSObjectReference? module;
    private IJSObjectReference? box;
    private CancellationTokenSource? running;
    private Task finding = Task.CompletedTask;
    private SearchFindings findings = SearchFindings.Nothing;
    private string typed = "";
    private int active;
    private bool open;

    [Inject] public required FindAnywhere Search { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required IJSRuntime Js { get; init; }

    private bool Shown => open && findings.Typed.Length > 0;

    private Finding? Active => active >= 0 && active < findings.All.Count ? findings.All[active] : null;

    private IEnumerable<IGrouping<FindingKind, (Finding Finding, int Place)>> Groups =>
        findings.All.Select((found, place) => (found, place)).GroupBy(pair => pair.found.Kind);

    /// <summary>The browser saw the focus go elsewhere, or a way to leave the sheet.</summary>
    [JSInvokable]
    public void Leave()
    {
        open = false;
        StateHasChanged();
    }

    public async ValueTask DisposeAsync()
    {
        Dispose();
        running?.Dispose();
        try
        {
            if (box is not null)
            {
                await box.InvokeVoidAsync("dispose");
                await box.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its listeners with it.
        }

        self?.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            self = DotNetObjectReference.Create(this);
            module = await Js.InvokeAsync<IJSObjectReference>("import", Module);
            box = await module.InvokeAsync<IJSObjectReference>("attach", root, self);
        }
    }

    private static string OptionId(int place) => $"finder-{place}";

    private static string IconOf(FindingKind kind) => kind switch
    {
        FindingKind.Member => "person",
        FindingKind.Card => "credit_card",
        FindingKind.Receipt => "receipt_long",
        FindingKind.Page => "arrow_forward",
        _ => "group",
    };

    private void Open() => open = true;

    /// <summary>Waits for a pause in typing; what is typed meanwhile supersedes it.</summary>
    private Task TypeAsync(ChangeEventArgs args)
    {
        (typed, open) = ((string?)args.Value ?? "", true);
        running?.Cancel();
        running?.Dispose();
        running = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        return finding = FindAsync(typed, running.Token);
    }

    private async Task FindAsync(string mine, CancellationToken ct)
    {
        try
        {
            await Task.Delay(mine.Length == 0 ? TimeSpan.Zero : Pause, ct);
            var found = await Search.FindAsync(await ActorAsync(), mine, ct);
            if (!ct.IsCancellationRequested)
            {
                (findings, active) = (found, 0);
            }
        }
        catch (OperationCanceledException)
        {
            // Something else was typed.
        }
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown" when findings.All.Count > 0:
                (open, active) = (true, (active + 1) % findings.All.Count);
                break;
            case "ArrowUp" when findings.All.Count > 0:
                (open, active) = (true, (active + findings.All.Count - 1) % findings.All.Count);
                break;
            case "Enter":
                await GoAsync();
                break;
            case "Escape":
                await CloseAsync();
                break;
        }
    }

    /// <summary>Whoever types fast and presses Enter means what is found for the whole, not for the half.</summary>
    private async Task GoAsync()
    {
        await finding;
        if (open && Active is { } chosen && findings.Typed == typed.Trim())
        {
            Navigation.NavigateTo(chosen.Href);
            await CloseAsync();
        }
    }

    private async Task CloseAsync()
    {
        (open, typed, findings, active) = (false, "", SearchFindings.Nothing, 0);
        if (box is not null)
        {
            await box.InvokeVoidAsync("close");
        }
    }
}
