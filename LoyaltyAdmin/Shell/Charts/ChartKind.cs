namespace LoyaltyAdmin.Shell.Charts;

/// <summary>The form of a chart.</summary>
public enum ChartKind
{
    Line,
    Area,
    Column,
    Stacked,
    Donut,
    Heatmap,
}
