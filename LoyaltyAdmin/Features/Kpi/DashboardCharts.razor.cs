using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Shell.Charts;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The course of a period as charts, the previous period as a thin line beside it.</summary>
public sealed partial class DashboardCharts
{
    private (KpiSeries?, KpiSeries?, IReadOnlyList<long>?) drawn;

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    /// <summary>Null while it is being counted.</summary>
    [Parameter, EditorRequired] public required KpiSeries? Series { get; set; }

    [Parameter] public KpiSeries? Previous { get; set; }

    /// <summary>Active members by bar; null while they are being counted.</summary>
    [Parameter] public IReadOnlyList<long>? Active { get; set; }

    [Parameter, EditorRequired] public DateOnly Today { get; set; }

    private IReadOnlyList<(string Name, ChartOptions Options)> Charts { get; set; } = [];

    protected override void OnParametersSet()
    {
        // A chart redraws for each new object: the objects stay until what they show is another.
        if (drawn != (Series, Previous, Active))
        {
            drawn = (Series, Previous, Active);
            Charts = Series is null ? [] : Draw(Series);
        }
    }

    private List<(string, ChartOptions)> Draw(KpiSeries series)
    {
        var step = KpiBucket.StepFor(series.Period);
        var bars = KpiBar.Divide(series, step);
        var before = Previous is null ? null : KpiBar.Divide(Previous, step);
        var money = Formats.Symbol(Units.Currency);
        ChartSeries Of(string name, ChartColor color, Func<KpiBar, decimal?> value, bool compares = true) =>
            new(Text[name], color, [.. bars.Select(value)]) { Previous = compares && before is not null ? Fit(before.Select(value), bars.Count) : null };
        ChartOptions Chart(string title, ChartKind kind, ChartUnit unit, string unitText, int decimals, params IReadOnlyList<ChartSeries> lines) => new()
        {
            Title = $"{Text[title]}, {Text[$"Chart.By{step}"]}",
            Kind = kind,
            Categories = [.. bars.Select(b => Label(b.Bucket))],
            Series = lines,
            Unit = unit,
            UnitText = unitText,
            Decimals = decimals,
            LastIncomplete = bars is [.., var last] && last.IsIncomplete(Today),
        };

        ChartSeries newBuyers = Of("Chart.NewBuyers", ChartColor.Teal, b => b.NewBuyers, compares: false);
        return
        [
            ("revenue", Chart("Chart.Revenue", ChartKind.Column, ChartUnit.Money, money, 2, Of("Chart.Revenue", ChartColor.Indigo, b => b.Sales.Revenue))),
            ("check", Chart("Chart.AverageCheck", ChartKind.Line, ChartUnit.Money, money, 2, Of("Chart.AverageCheck", ChartColor.Plum, b => b.Sales.AverageCheck))),
            ("members", Chart("Chart.Members", ChartKind.Line, ChartUnit.Count, "", 0, Active is { } active
                ? [new ChartSeries(Text["Chart.Active"], ChartColor.Indigo, [.. active.Select(a => (decimal?)a)]), newBuyers]
                : [newBuyers])),
            ("points", Chart("Chart.Points", ChartKind.Line, ChartUnit.Points, "", series.PointDecimals,
                Of("Chart.Issued", ChartColor.Indigo, b => series.InPoints(b.Points.Issued), compares: false),
                Of("Chart.Redeemed", ChartColor.Teal, b => series.InPoints(b.Points.Redeemed), compares: false),
                Of("Chart.Expired", ChartColor.Amber, b => series.InPoints(b.Points.Expired), compares: false))),
        ];
    }

    /// <summary>The previous period may have a bucket more or less.</summary>
    private static List<decimal?> Fit(IEnumerable<decimal?> values, int count)
    {
        var fitted = values.Take(count).ToList();
        fitted.AddRange(Enumerable.Repeat<decimal?>(null, count - fitted.Count));
        return fitted;
    }

    private string Label(KpiBucket bucket) => bucket.Step switch
    {
        KpiStep.Month => Formats.Month(bucket.Start),
        KpiStep.Quarter => Text["Chart.Quarter", (bucket.Start.Month + 2) / 3, bucket.Start.Year],
        KpiStep.Year => bucket.Start.Year.ToString(CultureInfo.InvariantCulture),
        _ => Formats.DayAndMonth(bucket.Period.From),
    };
}
