namespace LoyaltyAdmin.Shell.Charts;

/// <summary>What the numbers of a chart are.</summary>
public enum ChartUnit
{
    Count,
    Money,
    Points,
    Percent,
}
