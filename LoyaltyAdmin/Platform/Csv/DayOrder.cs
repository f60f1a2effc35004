namespace LoyaltyAdmin.Platform.Csv;

/// <summary>Which comes first where a day is written with slashes or hyphens and the year last, such as 03/04/2026.</summary>
public enum DayOrder
{
    /// <summary>Not said: such days are not guessed at.</summary>
    Unknown,

    DayFirst,

    MonthFirst,
}
