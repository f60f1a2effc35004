using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>When earned points become spendable (R5).</summary>
public static class ActivationRule
{
    /// <summary>
    /// The instant from which points earned at an instant can be spent; never before they were earned.
    /// <see cref="ProgramCalendar.Never"/> for points that wait for an event.
    /// </summary>
    public static DateTime ActivatesAt(ActivationConditions conditions, DateTime earnedAt, ProgramCalendar calendar)
    {
        switch (conditions.Mode)
        {
            case ActivationMode.Immediately:
                return earnedAt;
            case ActivationMode.OnEvent:
                return ProgramCalendar.Never;
        }

        var day = calendar.DayOf(earnedAt);
        var activeDay = conditions.Mode switch
        {
            ActivationMode.AfterDays => day.AddDays(conditions.Days),
            ActivationMode.EndOfDay => day.AddDays(1),
            ActivationMode.EndOfWeek => day.AddDays(7 - DaysSinceMonday(day)),
            ActivationMode.EndOfMonth => Month.Of(day).AddMonths(1),
            _ => throw new ArgumentOutOfRangeException(nameof(conditions)),
        };
        return activeDay == day ? earnedAt : calendar.StartOf(activeDay);
    }

    private static int DaysSinceMonday(DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
