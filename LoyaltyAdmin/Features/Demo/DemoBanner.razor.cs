using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>Says on every page that what is seen is invented, and takes it away for whoever may.</summary>
public sealed partial class DemoBanner
{
    private DemoShopStatus? status;
    private bool mayRemove;

    [Inject] public required DemoQueries Queries { get; init; }

    [Inject] public required RemoveDemoShop Removal { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private bool IsDashboard => Navigation.ToBaseRelativePath(Navigation.Uri).Split('?', '#')[0].Length == 0;

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        var actor = await ActorAsync();
        mayRemove = actor.May(Permission.DemoManage);
        await OnStepAsync();
    }

    protected override async Task OnStepAsync()
    {
        if (Board.Progress is null)
        {
            status = await Queries.StatusAsync(Cancelled);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose(disposing);
    }

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    private async Task RemoveAsync(string? reason)
    {
        var actor = await ActorAsync();
        var counts = await Task.Run(() => Removal.PreviewAsync(actor, Cancelled), Cancelled);
        var question = Text["Remove.Question", Formats.Number(counts.Members), Formats.Number(counts.Receipts), Formats.Number(counts.Returns)].Value;
        if (counts.Kept > 0)
        {
            question += " " + Text["Remove.Kept", Formats.Number(counts.Kept)];
        }

        if (await ConfirmDialog.AskAsync(Dialogs, Text["Remove"], question, style: ButtonStyle.Danger) is null)
        {
            return;
        }

        var removed = await Task.Run(() => Removal.ExecuteAsync(actor, Cancelled), Cancelled);
        if (removed.Accepted(out var gone, out var rejection))
        {
            status = DemoShopStatus.Removed;
            Refusals.Done(Text["Removed", Formats.Number(gone.Members), Formats.Number(gone.Receipts)]);

            // What the open page shows may be gone.
            Navigation.NavigateTo(IsDashboard ? "/first-steps" : "/");
        }
        else
        {
            Refusals.Show(rejection);
        }
    }
}
