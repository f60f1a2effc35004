using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>One import: how far it is, what became of its rows, and what to do next.</summary>
public sealed partial class ImportPage
{
    private const int PageSize = 200;
    private ImportRow? import;
    private ImportProgress? progress;
    private Page<RowError>? errors;
    private LiveRefresh? live;
    private Crumb[] crumbs = [];
    private bool loaded;
    private bool mayRun;

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required CancelImport Cancel { get; init; }

    [Inject] public required ImportBoard Board { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    private int Number => Math.Max(1, PageNumber ?? 1);

    private string NoteLook => import switch
    {
        { Status: ImportStatus.Failed } => "note-bad",
        { Status: ImportStatus.Done, Rejected: 0 } => "note-good",
        _ => "note-careful",
    };

    /// <summary>What came of it and what to do now.</summary>
    private string Next => import switch
    {
        { Status: ImportStatus.Failed } => Queries.Words(import.FailureCode ?? "", [import.FailureDetail ?? ""]),
        { Status: ImportStatus.Cancelled } => Text["NextCancelled"],
        { DryRun: true, Rejected: 0 } => Text["NextTrialGood"],
        { DryRun: true } => Text["NextTrialErrors", Formats.Number(import.Rejected)],
        { Rejected: > 0 } => Text["NextErrors", Formats.Number(import.Rejected)],
        { Accepted: 0 } => Text["NextAgain"],
        _ => Text["NextDone"],
    };

    private string Pace => progress is not { RowsPerSecond: > 0 } known ? "" : string.Join(", ", new[]
    {
        Text["PerSecond", Formats.Number((long)known.RowsPerSecond)].Value,
        known.Left is { } left ? Text["TimeLeft", Span(left)].Value : null,
    }.OfType<string>());

    protected override async Task OnParametersSetAsync()
    {
        crumbs = [new Crumb(Text["Title"], "/imports")];
        mayRun = (await ActorAsync()).May(Permission.ImportsRun);
        await LoadAsync();
        loaded = true;
        live ??= new LiveRefresh(Board, id => id == Id, InvokeAsync, RefreshAsync, Cancelled);
    }

    protected override void Dispose(bool disposing)
    {
        live?.Dispose();
        base.Dispose(disposing);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        var actor = await ActorAsync();
        import = await Queries.DetailsAsync(actor, Id, Cancelled);
        progress = Board.Of(Id);
        errors = import is { Rejected: > 0 } ? Queries.Errors(actor, Id, new PageRequest((Number - 1) * PageSize, PageSize)) : null;
    }

    private async Task CancelAsync(string? reason)
    {
        if (await Cancel.ExecuteAsync(await ActorAsync(), Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }

        await LoadAsync();
    }

    private string Span(TimeSpan time) => time switch
    {
        { TotalSeconds: < 90 } => Text["Seconds", Math.Ceiling(time.TotalSeconds)],
        { TotalMinutes: < 90 } => Text["Minutes", Math.Ceiling(time.TotalMinutes)],
        _ => Text["Hours", (int)time.TotalHours, time.Minutes],
    };
}
