using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>Which birth dates can be a living member's (R16).</summary>
public static class BirthDateRule
{
    public const int GreatestAge = 120;

    /// <summary>What forms put where nobody gave a date.</summary>
    private static readonly DateOnly Placeholder = new(1900, 1, 1);

    /// <summary>Null where it can be; else <c>Members.BirthDateInFuture</c>, <c>Members.BirthDateIsJunk</c> or <c>Members.BirthDateTooOld</c>.</summary>
    public static Rejection? Check(DateOnly birthDate, DateOnly today)
    {
        var code = birthDate switch
        {
            _ when birthDate > today => "Members.BirthDateInFuture",
            _ when birthDate == Placeholder => "Members.BirthDateIsJunk",
            _ when birthDate < today.AddYears(-GreatestAge) => "Members.BirthDateTooOld",
            _ => null,
        };
        return code is null ? null : new Rejection(code, birthDate, GreatestAge) { Field = "birthDate" };
    }

    /// <summary>How many days before the birthday a date can be replaced at the latest.</summary>
    public const int DaysBefore = 7;

    /// <summary>
    /// Whether a member may replace the birth date by another: once in 12 months and at least 7 days before either birthday,
    /// so that nobody has two gifts in a year. <c>Members.BirthDateChangedAlready</c> or <c>Members.BirthDateTooNear</c>.
    /// </summary>
    /// <param name="before">The date that is known; a first one may always be said.</param>
    /// <param name="after">The other date.</param>
    /// <param name="changedOn">The last day on which it was replaced.</param>
    /// <param name="today">The program's day.</param>
    public static Rejection? CheckChange(DateOnly? before, DateOnly after, DateOnly? changedOn, DateOnly today)
    {
        if (before is not { } known || known == after)
        {
            return null;
        }

        return changedOn?.AddMonths(12) > today ? new Rejection("Members.BirthDateChangedAlready", changedOn.Value.AddMonths(12)) { Field = "birthDate" }
            : DaysToBirthday(known, today) < DaysBefore || DaysToBirthday(after, today) < DaysBefore ? new Rejection("Members.BirthDateTooNear", DaysBefore) { Field = "birthDate" }
            : null;
    }

    private static int DaysToBirthday(DateOnly born, DateOnly today)
    {
        // 29 February is kept on 28 February in other years.
        DateOnly In(int year) => new(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));
        var next = In(today.Year) >= today ? In(today.Year) : In(today.Year + 1);
        return next.DayNumber - today.DayNumber;
    }
}
