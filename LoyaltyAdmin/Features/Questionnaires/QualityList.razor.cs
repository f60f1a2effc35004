using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Charts;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The report of stores, or of cashiers, with its chart.</summary>
public sealed partial class QualityList
{
    private const int MostInChart = 20;
    private const decimal Good = 0.7m;
    private const decimal Bad = 0.4m;
    private IReadOnlyList<QualityRow>? rows;
    private ChartOptions? chart;

    [Inject] public required QualityQueries Queries { get; init; }

    [Parameter, EditorRequired] public QualityBy By { get; set; }

    private IEnumerable<string> Figures =>
    [
        Text["Quality.Sum", Formats.Number(Shown!.Rows.Sum(r => r.Joined))],
        Text["Quality.SumValid", Formats.Percent(Shown.Rows.Sum(r => r.Joined) is > 0 and var joined ? (decimal)Shown.Rows.Sum(r => r.Valid) / joined : 0)],
    ];

    protected override TableList<QualityRow, QualityFilter> Describe() => QualityTable.List(Text, By);

    protected override async Task<QualityReport> ReadAsync(ListState<QualityFilter> state, PageRequest page)
    {
        var report = await Queries.ReadAsync(Actor, state.Filter with { By = By }, Cancelled);
        rows = [.. QualityQueries.Sorted(report.Rows, state.By<QualitySort>(), state.Descending).Skip(page.Skip).Take(page.Take)];
        chart = report.Rows.Count == 0 ? null : Draw(report.Rows);
        return report;
    }

    private ChartOptions Draw(IReadOnlyList<QualityRow> all)
    {
        var shown = all.Take(MostInChart).ToList();
        return new ChartOptions
        {
            Title = Text[$"Quality.Chart.{By}"],
            Kind = ChartKind.Column,
            Unit = ChartUnit.Percent,
            Decimals = 1,
            Highest = 1,
            Categories = [.. shown.Select(row => QualityTable.NameOf(Text, row, By))],
            Series =
            [
                new ChartSeries(Text["Quality.Filled"], ChartColor.Gray, [.. shown.Select(row => (decimal?)row.FilledShare)]),
                new ChartSeries(Text["Quality.Valid"], ChartColor.Teal, [.. shown.Select(row => (decimal?)row.ValidShare)]),
            ],
        };
    }

    private static string Tone(QualityRow row) => row.ValidShare >= Good ? "good" : row.ValidShare < Bad ? "bad" : "careful";

    /// <summary>The cashiers of a store.</summary>
    private string? Open(QualityRow row) => By == QualityBy.Store && row.Store.Length > 0
        ? QualityTable.List(Text, QualityBy.Cashier).AddressOf(State with { Filter = Filter with { Store = row.Store }, Page = 1 })
        : null;
}
