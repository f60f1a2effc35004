using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>When points expire (R6): always at the local midnight after their last usable day.</summary>
public static class ExpiryRule
{
    /// <summary>
    /// The exclusive instant of expiry of points earned, or of activity, at an instant: <see cref="ProgramCalendar.Never"/>
    /// where they do not expire.
    /// </summary>
    public static DateTime ExpiresAt(
        ExpiryConditions conditions, DateTime earnedAt, DateOnly joinedOn, ProgramCalendar calendar)
    {
        if (conditions.Model == ExpiryModel.Never)
        {
            return ProgramCalendar.Never;
        }

        var lastDay = LastDay(conditions, calendar.DayOf(earnedAt), joinedOn);
        return calendar.StartOf(lastDay.AddDays(1));
    }

    /// <summary>
    /// The same for points that activate later. Points that would be dead before they could be spent live their term from the
    /// activation on instead. Points that wait for an event keep the expiry counted from earning while they wait.
    /// </summary>
    public static DateTime ExpiresAt(
        ExpiryConditions conditions, DateTime earnedAt, DateTime activatesAt, DateOnly joinedOn, ProgramCalendar calendar)
    {
        var expiresAt = ExpiresAt(conditions, earnedAt, joinedOn, calendar);
        return expiresAt > activatesAt || activatesAt == ProgramCalendar.Never
            ? expiresAt
            : ExpiresAt(conditions, activatesAt, joinedOn, calendar);
    }

    /// <summary>The last local day on which points with this expiry can be spent; null when they never expire.</summary>
    public static DateOnly? LastUsableDay(DateTime expiresAt, ProgramCalendar calendar) =>
        expiresAt >= ProgramCalendar.Never ? null : calendar.DayOf(expiresAt.AddTicks(-1));

    private static DateOnly LastDay(ExpiryConditions conditions, DateOnly day, DateOnly joinedOn)
    {
        var least = conditions.Unit switch
        {
            TermUnit.Days => day.AddDays(conditions.Term),
            TermUnit.Months => day.AddMonths(conditions.Term),
            TermUnit.Years => day.AddYears(conditions.Term),
            _ => throw new ArgumentOutOfRangeException(nameof(conditions)),
        };
        return conditions.Model switch
        {
            ExpiryModel.FromEarning or ExpiryModel.FromLastActivity => EndOfPeriod(least, conditions.RoundUpTo),
            ExpiryModel.CalendarDay => FirstFrom(least, conditions.CalendarMonth, conditions.CalendarDayOfMonth),
            ExpiryModel.MemberAnniversary => FirstFrom(least, joinedOn.Month, joinedOn.Day),
            _ => throw new ArgumentOutOfRangeException(nameof(conditions)),
        };
    }

    private static DateOnly EndOfPeriod(DateOnly day, TermRounding rounding)
    {
        var months = rounding switch
        {
            TermRounding.None => 0,
            TermRounding.EndOfMonth => 1,
            TermRounding.EndOfQuarter => 3,
            TermRounding.EndOfHalfYear => 6,
            TermRounding.EndOfYear => 12,
            _ => throw new ArgumentOutOfRangeException(nameof(rounding)),
        };
        return months == 0 ? day : LastOfMonth(day.Year, ((day.Month - 1) / months * months) + months);
    }

    // 29 February, like any day that a month lacks, falls on the month's last day.
    private static DateOnly FirstFrom(DateOnly least, int month, int dayOfMonth)
    {
        var thisYear = InYear(least.Year, month, dayOfMonth);
        return thisYear >= least ? thisYear : InYear(least.Year + 1, month, dayOfMonth);
    }

    private static DateOnly InYear(int year, int month, int dayOfMonth) =>
        new(year, month, Math.Min(dayOfMonth, DateTime.DaysInMonth(year, month)));

    private static DateOnly LastOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
