namespace LoyaltyAdmin.Domain.Values;

/// <summary>Calendar months, each named by its first day.</summary>
public static class Month
{
    public static DateOnly Of(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>How many calendar months lie between two months or days; negative when the second is the earlier.</summary>
    public static int Between(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;
}
