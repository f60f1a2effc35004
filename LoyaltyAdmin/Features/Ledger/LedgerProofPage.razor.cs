using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Whether the ledger adds up, as an equation of its figures, and the entries that it is made of as a workbook.</summary>
public sealed partial class LedgerProofPage
{
    private const string Job = "ledger-proof";
    private LedgerProof.Result? result;
    private IReadOnlyList<(long Id, string Name)> unbalanced = [];
    private JobRunRow? nightly;
    private EntryScope? period;
    private DateOnly? from;
    private DateOnly? to;
    private bool busy;
    private bool mayExport;

    [Inject] public required LatestProof Proof { get; init; }

    [Inject] public required EntryQueries Entries { get; init; }

    [Inject] public required JobQueries Jobs { get; init; }

    private IReadOnlyList<(string Name, long Points)> Terms =>
    [
        ("Issued", result!.Totals.Issued),
        ("Remaining", result.Totals.Remaining),
        ("Redeemed", result.Totals.Redeemed),
        ("Expired", result.Totals.Expired),
        ("Reversed", result.Totals.Reversed),
    ];

    private long Difference
    {
        get
        {
            var totals = result!.Totals;
            return totals.Issued - totals.Remaining - totals.Redeemed - totals.Expired - totals.Reversed;
        }
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayExport = actor.May(Permission.ReportsExport) && actor.May(Permission.MembersView);
        if (actor.May(Permission.JobsManage))
        {
            nightly = await Jobs.HistoryAsync(actor, Job, Cancelled) is [var last, ..] ? last : null;
        }

        period = await Entries.LatestAsync(Cancelled);
        (from, to) = (period?.From, period?.To);
        if (Proof.Result is { } known)
        {
            await ShowAsync(known);
        }
        else
        {
            await CheckAsync();
        }
    }

    private async Task CheckAsync()
    {
        busy = true;
        StateHasChanged();
        try
        {
            var actor = await ActorAsync();

            // SQLite reads without giving up its thread, and this one draws the page.
            await ShowAsync(await Task.Run(() => Proof.CheckAsync(actor, Cancelled), Cancelled));
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ShowAsync(LedgerProof.Result shown)
    {
        unbalanced = await Entries.MembersOfAsync(shown.Unbalanced, Cancelled);
        result = shown;
    }

    private string Points(long parts) => Formats.Points(parts, Units.PointDecimals);

    private Dictionary<string, object> Named(string key) => new() { ["aria-label"] = Text[key].Value };
}
