using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>One import: how far it is, what became of its rows, and what to do next.</summary>
public sealed partial class ImportPage
{
    private const int PageSize = 100;
    private ImportRow? import;
    private ImportProgress? progress;
    private Page<RowError>? errors;
    private IReadOnlyList<ReasonCount> reasons = [];
    private LiveRefresh? live;
    private Crumb[] crumbs = [];
    private bool loaded;
    private bool mayRun;
    private bool isHere;
    private bool busy;

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required CancelImport Cancel { get; init; }

    [Inject] public required StartImport Start { get; init; }

    [Inject] public required UploadQueries Uploads { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Inject] public required ImportBoard Board { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Id { get; set; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    /// <summary>Only the rows of this reason.</summary>
    [SupplyParameterFromQuery(Name = "reason")] public string? Reason { get; set; }

    private int Number => Math.Max(1, PageNumber ?? 1);

    private string NoteLook => import switch
    {
        { Status: ImportStatus.Failed } => "note-bad",
        { Status: ImportStatus.Undone } => "",
        { FailureCode: not null } => "note-careful",
        { Status: ImportStatus.Done, Rejected: 0 } => "note-good",
        _ => "note-careful",
    };

    /// <summary>What came of it and what to do now.</summary>
    private string Next => import switch
    {
        { Status: ImportStatus.Undone } => Text["NextUndone"],
        { Status: ImportStatus.Draft } => Text["NextDraft"],
        { Status: ImportStatus.Failed } or { FailureCode: not null } => Queries.Words(import.FailureCode ?? "", [import.FailureDetail ?? ""]),
        { Status: ImportStatus.Cancelled } => Text["NextCancelled"],
        { DryRun: true, Accepted: 0, Rejected: 0 } => Text["NextAgain"],
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
        isHere = import is { DryRun: true } trial && Uploads.IsHere(trial);
        reasons = import is { Rejected: > 0 } ? Queries.Reasons(actor, Id) : [];
        errors = import is { Rejected: > 0 } ? Queries.Errors(actor, Id, new PageRequest((Number - 1) * PageSize, PageSize), Reason) : null;
    }

    /// <summary>Brings in what was tried, from the same upload. Two clicks, or two windows, start one import.</summary>
    private async Task FollowAsync()
    {
        if (busy || import is null)
        {
            return;
        }

        busy = true;
        var actor = await ActorAsync();
        if (await Uploads.FindAsync(actor, Id, Cancelled) is not { } upload)
        {
            Refusals.Show(new Domain.Values.Rejection("Imports.UploadGone"));
            busy = false;
            return;
        }

        var order = new ImportOrder
        {
            Kind = import.Kind,
            Plan = upload.Plan,
            RegisterUnknown = import.RegisterUnknown,
            UpdateKnown = import.UpdateKnown,
        };
        var result = await Start.BeginAsync(actor, Id, order, Cancelled);
        busy = false;
        if (result.Accepted(out var started, out var rejection))
        {
            Navigation.NavigateTo($"/imports/{started}");
            return;
        }

        Refusals.Show(rejection);
    }

    private string AddressOf(string reason) => $"/imports/{Id}?reason={reason}";

    /// <summary>The reason in general, where words for that were written; else in the case of its first row.</summary>
    private string TitleOf(ReasonCount? reason)
    {
        if (reason is null)
        {
            return Reason ?? "";
        }

        var general = Text[$"General.{reason.Code}"];
        return general.ResourceNotFound ? Queries.Words(reason.Code, reason.First.Reason.Arguments) : general;
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
