using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Layout;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>How the program does: figures, their course and cohorts of a period. What is at hand shows first, the rest as it comes.</summary>
public sealed partial class DashboardPage
{
    private CancellationTokenSource? loading;
    private DashboardChoice? choice;
    private KpiPeriod? data;
    private bool isHistoric;
    private bool mayExport;
    private bool isMaking;
    private FirstStepsState? steps;
    private DateOnly today;
    private KpiSeries? series;
    private KpiSeries? previous;
    private KpiValues values = [];
    private KpiValues previousValues = [];
    private IReadOnlyList<KpiBar> bars = [];
    private IReadOnlyList<long>? active;
    private IReadOnlyList<CohortCurve>? cohorts;
    private IReadOnlyList<AttentionItem> attention = [];

    [Inject] public required KpiBoard Board { get; init; }

    [Inject] public required KpiSales Sales { get; init; }

    [Inject] public required KpiCohorts Cohorts { get; init; }

    [Inject] public required KpiAttention Attention { get; init; }

    [Inject] public required FirstSteps Steps { get; init; }

    [Inject] public required DemoBoard Demo { get; init; }

    [Inject] public required DemoQueries DemoShop { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [SupplyParameterFromQuery] public string? Period { get; set; }

    [SupplyParameterFromQuery] public string? From { get; set; }

    [SupplyParameterFromQuery] public string? To { get; set; }

    [SupplyParameterFromQuery] public string? Compare { get; set; }

    [SupplyParameterFromQuery(Name = "cohorts")] public string? CohortsShow { get; set; }

    private string? Subtitle => choice is null || data is null || isMaking ? null
        : choice.Previous is { } before ? $"{PeriodWords.Of(choice.Period, Text)} · {Text["ComparedWith", Formats.Date(before.From), Formats.Date(before.To.AddDays(-1))]}"
        : choice.Compares ? $"{PeriodWords.Of(choice.Period, Text)} · {Text["NotCompared", Formats.Date(choice.Since)]}"
        : PeriodWords.Of(choice.Period, Text);

    protected override async Task OnInitializedAsync()
    {
        isMaking = Demo.Progress is not null;
        var actor = await ActorAsync();
        mayExport = actor.May(Permission.ReportsExport);
        attention = await Task.Run(() => Attention.ListAsync(actor, Cancelled), Cancelled);

        // Whoever has the demo shop to look at is led to the steps from there.
        steps = await DemoShop.StatusAsync(Cancelled) is DemoShopStatus.Making or DemoShopStatus.Ready ? null : await Steps.StateAsync(Cancelled);
    }

    /// <summary>Shows the demo shop that has just been made.</summary>
    private async Task BeginAsync()
    {
        choice = null;
        await OnInitializedAsync();
        await OnParametersSetAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        data = await Sales.DataAsync(Cancelled);
        today = await Timelines.TodayAsync(Clock, Cancelled);
        isHistoric = PeriodChoice.Default(today, data) == PeriodPreset.LatestYear;
        var chosen = DashboardChoice.Of(Period, From, To, Compare, CohortsShow, today, data);
        var before = choice;
        choice = chosen;
        if (data is not null && !isMaking && (before is null || (before with { ShowsLtv = chosen.ShowsLtv }) != chosen))
        {
            await LoadAsync(chosen);
        }
    }

    private async Task LoadAsync(DashboardChoice chosen)
    {
        await (loading?.CancelAsync() ?? Task.CompletedTask);
        loading?.Dispose();
        loading = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        var ct = loading.Token;
        (series, previous, values, previousValues, bars, active, cohorts) = (null, null, [], [], [], null, null);

        series = await Task.Run(() => Board.SeriesAsync(chosen.Period, ct), ct);
        bars = KpiBar.Divide(series, KpiBucket.StepFor(chosen.Period));
        values.Add(series.Values);
        if (chosen.Previous is { } before)
        {
            previous = await Task.Run(() => Board.SeriesAsync(before, ct), ct);
            previousValues.Add(previous.Values);
        }

        StateHasChanged();
        await PortionAsync(chosen, Board.ActiveAsync, ct);
        active = await Task.Run(() => Board.ActiveByBucketAsync([.. bars.Select(b => b.Bucket)], ct), ct);
        StateHasChanged();
        cohorts = await Task.Run(() => Cohorts.GetAsync(chosen.Period, ct), ct);
        StateHasChanged();
        await PortionAsync(chosen, Board.ChurnAsync, ct);
        await PortionAsync(chosen, Board.HabitsAsync, ct);
    }

    private async Task PortionAsync(DashboardChoice chosen, Func<KpiPeriod, CancellationToken, Task<KpiValues>> portion, CancellationToken ct)
    {
        var now = await Task.Run(() => portion(chosen.Period, ct), ct);
        var then = chosen.Previous is { } before ? await Task.Run(() => portion(before, ct), ct) : [];
        ct.ThrowIfCancellationRequested();
        values.Add(now);
        previousValues.Add(then);
        StateHasChanged();
    }

    /// <summary>The course of a figure, without a last bar that is not over: it would always seem to fall.</summary>
    private IReadOnlyList<decimal> CourseOf(KpiKey key)
    {
        var course = key == KpiKey.ActiveMembers ? (active ?? []).Select(a => (decimal)a) : bars.Select(b => b.Course(key) ?? 0);
        var count = bars is [.., var last] && last.IsIncomplete(today) ? bars.Count - 1 : bars.Count;
        return KpiBar.HasCourse(key) ? [.. course.Take(count)] : [];
    }

    /// <summary>The address of a figure's rows, where the portal has a page for them.</summary>
    private string? RowsOf(KpiDefinition figure) =>
        choice?.ToRows(figure.Rows) is { } address && NavItems.All.Any(page => page.Href == address.Split('?')[0]) ? address : null;

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            loading?.Cancel();
            loading?.Dispose();
        }

        base.Dispose(disposing);
    }
}
