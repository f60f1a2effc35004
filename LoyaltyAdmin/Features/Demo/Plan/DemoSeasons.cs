namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>How busy a day is: the year has its peak in December and its dip in summer, the week its Saturday.</summary>
internal static class DemoSeasons
{
    private static readonly double[] Months = [0.86, 0.98, 1.10, 1.0, 0.97, 0.88, 0.80, 0.84, 1.0, 1.05, 1.18, 1.6];
    private static readonly double[] Weekdays = [1.12, 0.86, 0.86, 0.9, 0.95, 1.12, 1.3];

    /// <summary>Around 1; the days before New Year and before 8 March stand out.</summary>
    public static double Of(DateOnly day)
    {
        var feast = day switch
        {
            { Month: 1, Day: <= 3 } => 0.35,
            { Month: 3, Day: >= 5 and <= 7 } => 1.5,
            { Month: 12, Day: >= 22 and <= 30 } => 1.4,
            _ => 1.0,
        };
        return Months[day.Month - 1] * Weekdays[(int)day.DayOfWeek] * feast;
    }
}
