using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The figures of a period as a workbook: figures with their definitions, months, days and cohorts.</summary>
public sealed class KpiWorkbook(
    KpiQueries queries, KpiBoard board, ProgramTimelines timelines, BusinessClock clock, FormattedWorkbook workbook, IStringLocalizer<KpiText> text)
{
    private const int MostDays = 3_700;

    /// <exception cref="UnauthorizedAccessException">The actor may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, KpiPeriod period, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var zone = timeline.CalendarAt(now).Zone;
        var description = new ExcelDescription(text["Workbook.Title"], actor.Name, now, zone) { Period = PeriodWords.Of(period, text) };
        var series = await board.SeriesAsync(period, ct);
        workbook.Write(stream, description,
            await FiguresAsync(period, series, timeline.InForceAt(now).Conditions.Currency, ct),
            Months((await queries.GetAsync(period, ct)).Monthly),
            Days(series),
            Cohorts(await queries.CohortsAsync(KpiCohorts.Around(period), ct)));
    }

    private async Task<ExcelSheet> FiguresAsync(KpiPeriod period, KpiSeries series, string currency, CancellationToken ct)
    {
        var current = await AllAsync(period, series, ct);
        var previous = period.Previous() is { } before ? await AllAsync(before, await board.SeriesAsync(before, ct), ct) : [];
        var rows = KpiCatalog.Groups.SelectMany(g => g.Figures)
            .Select(d => new FigureRow(d, current.GetValueOrDefault(d.Key), previous.GetValueOrDefault(d.Key)))
            .ToList();
        return ExcelSheet.Of<FigureRow>(text["Workbook.Figures"], text["Workbook.Title"],
            [
                new(text["Workbook.Figure"], ExcelKind.Text, r => text[$"Kpi.{r.Definition.Key}"].Value),
                new(text["Workbook.Value"], ExcelKind.Number, r => r.Value) { Decimals = 2, KindOfRow = r => KindOf(r.Definition.Unit) },
                new(text["Workbook.Previous"], ExcelKind.Number, r => r.Previous) { Decimals = 2, KindOfRow = r => KindOf(r.Definition.Unit) },
                new(text["Workbook.Change"], ExcelKind.Percent, r => KpiChange.Of(r.Definition, r.Value, r.Previous)?.Difference),
                new(text["Workbook.Unit"], ExcelKind.Text, r => r.Definition.Unit == KpiUnit.Money ? currency : text[$"Workbook.Unit.{r.Definition.Unit}"].Value),
                new(text["Workbook.Definition"], ExcelKind.Text, r => text[$"Kpi.{r.Definition.Key}.Definition"].Value),
            ],
            rows);
    }

    private async Task<KpiValues> AllAsync(KpiPeriod period, KpiSeries series, CancellationToken ct)
    {
        var all = new KpiValues();
        foreach (var portion in new[] { series.Values, await board.ActiveAsync(period, ct), await board.HabitsAsync(period, ct), await board.ChurnAsync(period, ct) })
        {
            all.Add(portion);
        }

        return all;
    }

    private ExcelSheet Months(IReadOnlyList<KpiMonth> months) => ExcelSheet.Of<KpiMonth>(text["Workbook.Months"], text["Workbook.Months"],
        [
            new(text["Workbook.Month"], ExcelKind.Date, m => m.Month),
            new(text["Kpi.Revenue"], ExcelKind.Money, m => m.Revenue) { Total = true },
            new(text["Kpi.Receipts"], ExcelKind.Whole, m => m.Receipts) { Total = true },
            new(text["Kpi.AverageCheck"], ExcelKind.Money, m => m.AverageCheck),
            new(text["Kpi.ActiveMembers"], ExcelKind.Whole, m => m.Active),
            new(text["Kpi.NewBuyers"], ExcelKind.Whole, m => m.NewBuyers) { Total = true },
            new(text["Kpi.PurchaseFrequency"], ExcelKind.Number, m => m.Frequency) { Decimals = 2 },
        ],
        months);

    /// <summary>The latest days of a long period: the workbook is made in memory.</summary>
    private ExcelSheet Days(KpiSeries series)
    {
        var points = series.Points.Days.ToDictionary(d => d.Day, d => d.Figures);
        var sales = series.Sales.Days.ToDictionary(d => d.Day, d => d.Figures);
        var days = sales.Keys.Union(points.Keys).Order().TakeLast(MostDays).ToList();
        SalesTotals Sold(DateOnly day) => sales.GetValueOrDefault(day, SalesTotals.None);
        PointsTotals Moved(DateOnly day) => points.GetValueOrDefault(day, PointsTotals.None);
        return ExcelSheet.Of<DateOnly>(text["Workbook.Days"], text["Workbook.Days"],
            [
                new(text["Workbook.Day"], ExcelKind.Date, d => d),
                new(text["Kpi.Revenue"], ExcelKind.Money, d => Sold(d).Revenue) { Total = true },
                new(text["Workbook.Refunds"], ExcelKind.Money, d => Sold(d).Refunds) { Total = true },
                new(text["Kpi.Receipts"], ExcelKind.Whole, d => Sold(d).Receipts) { Total = true },
                new(text["Kpi.AverageCheck"], ExcelKind.Money, d => Sold(d).AverageCheck),
                new(text["Kpi.PointsIssued"], ExcelKind.Points, d => Moved(d).Issued) { Total = true, Decimals = series.PointDecimals },
                new(text["Kpi.PointsRedeemed"], ExcelKind.Points, d => Moved(d).Redeemed) { Total = true, Decimals = series.PointDecimals },
                new(text["Kpi.PointsExpired"], ExcelKind.Points, d => Moved(d).Expired) { Total = true, Decimals = series.PointDecimals },
            ],
            days);
    }

    private ExcelSheet Cohorts(IReadOnlyList<CohortCurve> cohorts) => ExcelSheet.Of<CohortCell>(text["Workbook.Cohorts"], text["Cohorts"],
        [
            new(text["Workbook.Cohort"], ExcelKind.Date, c => c.Curve.Cohort),
            new(text["Workbook.Size"], ExcelKind.Whole, c => c.Curve.Size),
            new(text["Workbook.MonthNumber"], ExcelKind.Whole, c => c.Month),
            new(text["Workbook.Active"], ExcelKind.Whole, c => c.Curve.Active[c.Month]),
            new(text["Workbook.Rate"], ExcelKind.Percent, c => c.Curve.Rate[c.Month]),
            new(text["Workbook.Ltv"], ExcelKind.Money, c => c.Curve.CumulativeLtv[c.Month]),
        ],
        [.. cohorts.SelectMany(c => c.Active.Select((_, month) => new CohortCell(c, month)))]);

    private static ExcelKind KindOf(KpiUnit unit) => unit switch
    {
        KpiUnit.Money => ExcelKind.Money,
        KpiUnit.Count => ExcelKind.Whole,
        KpiUnit.Share => ExcelKind.Percent,
        _ => ExcelKind.Number,
    };

    private sealed record FigureRow(KpiDefinition Definition, decimal? Value, decimal? Previous);

    private sealed record CohortCell(CohortCurve Curve, int Month);
}
