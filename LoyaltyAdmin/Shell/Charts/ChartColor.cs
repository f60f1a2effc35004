namespace LoyaltyAdmin.Shell.Charts;

/// <summary>Hues that stay apart in both themes and for eyes that see few colours. Red and green are for bad and good only.</summary>
public enum ChartColor
{
    Indigo,
    Teal,
    Amber,
    Sky,
    Plum,
    Gray,
    Green,
    Red,
}
