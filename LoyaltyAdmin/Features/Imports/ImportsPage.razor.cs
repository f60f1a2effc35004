using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A new import, and those that were: what became of them is told as it happens.</summary>
public sealed partial class ImportsPage
{
    private Choice<ImportKind?>[] kinds = [];
    private Choice<ImportStatus?>[] statuses = [];
    private Choice<bool?>[] trials = [];
    private LiveRefresh? live;

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required ImportBoard Board { get; init; }

    private bool MayRun => Actor.May(Permission.ImportsRun);

    private IEnumerable<string> Figures => [Text["CountImports", Shown!.Total], Text["CountRows", Shown.FileRows], Text["CountRejected", Shown.Rejected]];

    protected override TableList<ImportRow, ImportFilter> Describe() => ImportsTable.List(Text, Words, Units);

    protected override Task OpenAsync()
    {
        kinds = [new(Text["AllKinds"], null), .. Enum.GetValues<ImportKind>().Select(kind => new Choice<ImportKind?>(Text[$"Kind.{kind}"], kind))];
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<ImportStatus>().Select(status => new Choice<ImportStatus?>(Text[$"Status.{status}"], status))];
        trials = [new(Text["TrialsOrNot"], null), new(Text["OnlyReal"], false), new(Text["OnlyTrials"], true)];
        live = new LiveRefresh(Board, _ => true, InvokeAsync, RefreshAsync, Cancelled);
        return Task.CompletedTask;
    }

    protected override Task<ImportList> ReadAsync(ListState<ImportFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, state.By<ImportSort>(), state.Descending, page, Cancelled);

    protected override void Dispose(bool disposing)
    {
        live?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>A draft goes on where it was left.</summary>
    private static string AddressOf(ImportRow row) => row.Status == ImportStatus.Draft ? $"/imports/{row.Id}/columns" : $"/imports/{row.Id}";

    private async Task RefreshAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }
}
