using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Shell.Charts;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Cohorts by month of the first purchase: who came back, or what they brought.</summary>
public sealed partial class CohortHeatmap
{
    private const int MostCohorts = 24;
    private IReadOnlyList<HeatRow> rows = [];
    private IReadOnlyList<string> columns = [];

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required DashboardChoice Choice { get; set; }

    /// <summary>Null while they are being counted.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<CohortCurve>? Cohorts { get; set; }

    protected override void OnParametersSet()
    {
        var shown = (Cohorts ?? []).TakeLast(MostCohorts).ToList();
        rows = [.. shown.Select(c => new HeatRow(Formats.Month(c.Cohort), c.Size, [.. (Choice.ShowsLtv ? c.CumulativeLtv : c.Rate).Select(v => (decimal?)v)]))];
        columns = [.. Enumerable.Range(0, shown.FirstOrDefault()?.Active.Count ?? 0).Select(month => Formats.Number(month))];
    }
}
