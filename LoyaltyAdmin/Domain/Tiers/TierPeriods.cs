using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>When the qualifying metric begins to count and how long a level is kept (R7). All days are local, every end is exclusive.</summary>
public static class TierPeriods
{
    private const int MonthsOfYear = 12;

    /// <summary>The first day that counts for rising on a day.</summary>
    public static DateOnly CountedFrom(TierWindow window, DateOnly joinedOn, DateOnly day) => window switch
    {
        TierWindow.CalendarYear => new DateOnly(day.Year, 1, 1),
        TierWindow.RollingYear => YearBefore(day.AddDays(1)),
        TierWindow.JoinAnniversary => AnniversaryUpTo(joinedOn, day),
        _ => DateOnly.MinValue,
    };

    /// <summary>Until when a level is kept that was reached, or kept again, on a day.</summary>
    public static DateOnly KeptUntil(TierConditions conditions, DateOnly joinedOn, DateOnly day)
    {
        var periods = conditions.Stay == TierStay.NextPeriod ? 2 : 1;
        return conditions.Window switch
        {
            TierWindow.CalendarYear => new DateOnly(day.Year + periods, 1, 1),
            TierWindow.RollingYear => day.AddMonths(periods * MonthsOfYear),
            TierWindow.JoinAnniversary => Anniversary(joinedOn, AnniversaryUpTo(joinedOn, day).Year - joinedOn.Year + periods),
            _ => DateOnly.MaxValue,
        };
    }

    /// <summary>The first day of the purchases by which a level is kept beyond its end; days of grace count too, up to the judgement.</summary>
    /// <param name="conditions">The rules.</param>
    /// <param name="joinedOn">The member's day of joining.</param>
    /// <param name="keptUntil">The end of the level's time.</param>
    /// <param name="judgedOn">The day on which it is judged.</param>
    public static DateOnly JudgedFrom(TierConditions conditions, DateOnly joinedOn, DateOnly keptUntil, DateOnly judgedOn) => conditions.Window switch
    {
        TierWindow.CalendarYear => CountedFrom(TierWindow.CalendarYear, joinedOn, keptUntil.AddDays(-1)),
        TierWindow.RollingYear => YearBefore(judgedOn),
        TierWindow.JoinAnniversary => AnniversaryUpTo(joinedOn, keptUntil.AddDays(-1)),
        _ => DateOnly.MinValue,
    };

    private static DateOnly YearBefore(DateOnly end) => end.Year > 1 ? end.AddMonths(-MonthsOfYear) : DateOnly.MinValue;

    /// <summary>The latest anniversary that is not after a day; the day of joining itself where there was none yet.</summary>
    private static DateOnly AnniversaryUpTo(DateOnly joinedOn, DateOnly day)
    {
        var years = Math.Max(0, day.Year - joinedOn.Year);
        return years > 0 && Anniversary(joinedOn, years) > day ? Anniversary(joinedOn, years - 1) : Anniversary(joinedOn, years);
    }

    private static DateOnly Anniversary(DateOnly joinedOn, int years) => joinedOn.AddYears(years);
}
