using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Charts;

/// <summary>A table whose cells are the deeper in colour the greater they are: cohorts by month, say.</summary>
public sealed partial class HeatTable
{
    private decimal fullAt;

    [Parameter, EditorRequired] public required string Title { get; set; }

    /// <summary>Whether the page says the title itself.</summary>
    [Parameter] public bool TitleHidden { get; set; }

    /// <summary>Above the rows' labels.</summary>
    [Parameter] public string RowHeader { get; set; } = "";

    /// <summary>Above the rows' sizes.</summary>
    [Parameter] public string SizeHeader { get; set; } = "";

    [Parameter, EditorRequired] public required IReadOnlyList<string> Columns { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<HeatRow> Rows { get; set; }

    [Parameter] public ChartUnit Unit { get; set; } = ChartUnit.Percent;

    [Parameter] public string UnitText { get; set; } = "";

    [Parameter] public int Decimals { get; set; }

    /// <summary>The value of the deepest colour; by default the greatest beyond the first column, which in cohorts is always 100%.</summary>
    [Parameter] public decimal? FullAt { get; set; }

    protected override void OnParametersSet()
    {
        var beyond = Rows.SelectMany(r => r.Values.Skip(1)).Max() ?? Rows.SelectMany(r => r.Values).Max() ?? 0;
        fullAt = FullAt ?? beyond;
    }

    private string Heat(decimal value) => DepthOf(value).ToString(CultureInfo.InvariantCulture);

    private int DepthOf(decimal value) => fullAt <= 0 ? 0 : (int)Math.Clamp(Math.Round(value / fullAt * 100m), 0, 100);

    private string Figure(decimal value) => ChartFormats.Of(value, Unit, Decimals, "");

    private string TitleOf(HeatRow row, int column, decimal value) =>
        $"{row.Label} · {Columns[column]}: {ChartFormats.Of(value, Unit, Decimals, UnitText)}";
}
