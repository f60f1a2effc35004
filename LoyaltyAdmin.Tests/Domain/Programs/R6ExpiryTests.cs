using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class R6ExpiryTests
{
    private static readonly DateOnly Joined = new(2024, 2, 29);
    private static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");

    [Theory]
    [InlineData("2026-01-31", 1, TermUnit.Months, "2026-02-28")]
    [InlineData("2028-01-31", 1, TermUnit.Months, "2028-02-29")]
    [InlineData("2026-01-31", 3, TermUnit.Months, "2026-04-30")]
    [InlineData("2028-02-29", 1, TermUnit.Years, "2029-02-28")]
    [InlineData("2026-01-01", 30, TermUnit.Days, "2026-01-31")]
    [InlineData("2026-03-10", 12, TermUnit.Months, "2027-03-10")]
    public void R6_the_last_usable_day_is_the_day_of_accrual_plus_the_term(string earned, int term, TermUnit unit, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), LastDay(new ExpiryConditions { Term = term, Unit = unit }, earned));

    [Theory]
    [InlineData(TermRounding.None, "2027-05-10")]
    [InlineData(TermRounding.EndOfMonth, "2027-05-31")]
    [InlineData(TermRounding.EndOfQuarter, "2027-06-30")]
    [InlineData(TermRounding.EndOfHalfYear, "2027-06-30")]
    [InlineData(TermRounding.EndOfYear, "2027-12-31")]
    public void R6_a_term_can_be_rounded_up_to_the_end_of_a_period(TermRounding rounding, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), LastDay(new ExpiryConditions { RoundUpTo = rounding }, "2026-05-10"));

    [Theory]
    [InlineData("2026-01-28", "2026-02-28")]
    [InlineData("2026-06-30", "2026-07-31")]
    public void R6_a_term_that_ends_with_the_period_is_not_rounded_further(string earned, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected),
            LastDay(new ExpiryConditions { Term = 1, RoundUpTo = TermRounding.EndOfMonth }, earned));

    [Theory]
    [InlineData("2026-03-10", 6, 12, 31, "2026-12-31")]
    [InlineData("2026-07-01", 6, 12, 31, "2027-12-31")]
    [InlineData("2026-06-30", 6, 12, 30, "2026-12-30")]
    [InlineData("2026-03-10", 0, 3, 10, "2026-03-10")]
    [InlineData("2026-03-10", 0, 2, 31, "2027-02-28")]
    [InlineData("2027-03-10", 0, 2, 31, "2028-02-29")]
    public void R6_a_calendar_day_is_the_first_one_after_the_least_life(
        string earned, int leastMonths, int month, int day, string expected)
    {
        var conditions = new ExpiryConditions
        {
            Model = ExpiryModel.CalendarDay,
            Term = leastMonths,
            CalendarMonth = month,
            CalendarDayOfMonth = day,
        };

        Assert.Equal(DateOnly.Parse(expected), LastDay(conditions, earned));
    }

    [Theory]
    [InlineData("2026-01-15", 0, "2026-02-28")]
    [InlineData("2027-06-01", 0, "2028-02-29")]
    [InlineData("2026-01-15", 6, "2027-02-28")]
    public void R6_an_anniversary_of_29_february_is_28_february_in_common_years(string earned, int leastMonths, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected),
            LastDay(new ExpiryConditions { Model = ExpiryModel.MemberAnniversary, Term = leastMonths }, earned));

    [Fact]
    public void R6_points_can_live_for_ever()
    {
        var conditions = new ExpiryConditions { Model = ExpiryModel.Never };

        Assert.Equal(ProgramCalendar.Never, ExpiryRule.ExpiresAt(conditions, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Joined, Moscow));
        Assert.Null(ExpiryRule.LastUsableDay(ProgramCalendar.Never, Moscow));
    }

    [Fact]
    public void R6_a_term_from_last_activity_counts_from_the_purchase() =>
        Assert.Equal(
            new DateOnly(2026, 9, 10),
            LastDay(new ExpiryConditions { Model = ExpiryModel.FromLastActivity, Term = 6 }, "2026-03-10"));

    [Theory]
    [InlineData("2026-03-10T20:59:59", "2027-03-10T21:00:00")]
    [InlineData("2026-03-10T21:00:00", "2027-03-11T21:00:00")]
    public void R6_the_day_of_accrual_is_that_of_the_programs_zone(string earned, string expected)
    {
        var expiresAt = ExpiryRule.ExpiresAt(new ExpiryConditions(), Utc(earned), Joined, Moscow);

        Assert.Equal(Utc(expected), expiresAt);
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-02-28T12:00:00", "2026-03-28T23:00:00")]
    [InlineData("Europe/Berlin", "2026-03-01T12:00:00", "2026-03-29T22:00:00")]
    [InlineData("America/Sao_Paulo", "2018-10-06T12:00:00", "2018-11-04T03:00:00")]
    [InlineData("America/Havana", "2025-10-04T12:00:00", "2025-11-02T04:00:00")]
    public void R6_expiry_falls_on_local_midnight_through_changes_of_the_clock(string zone, string earned, string expected)
    {
        var calendar = ProgramCalendar.Of(zone);
        var conditions = new ExpiryConditions { Term = 28, Unit = TermUnit.Days };

        var expiresAt = ExpiryRule.ExpiresAt(conditions, Utc(earned), Joined, calendar);

        Assert.Equal(Utc(expected), expiresAt);
        Assert.Equal(calendar.DayOf(Utc(earned)).AddDays(28), ExpiryRule.LastUsableDay(expiresAt, calendar));
    }

    [Fact]
    public void R6_points_that_would_die_before_they_activate_live_their_term_from_activation()
    {
        var conditions = new ExpiryConditions { Term = 10, Unit = TermUnit.Days };
        var earnedAt = Utc("2026-03-01T09:00:00");
        var activatesAt = Moscow.StartOf(new DateOnly(2026, 4, 1));

        var expiresAt = ExpiryRule.ExpiresAt(conditions, earnedAt, activatesAt, Joined, Moscow);

        Assert.Equal(new DateOnly(2026, 4, 11), ExpiryRule.LastUsableDay(expiresAt, Moscow));
    }

    [Fact]
    public void R6_a_wait_within_the_term_does_not_lengthen_it()
    {
        var earnedAt = Utc("2026-03-01T09:00:00");

        var expiresAt = ExpiryRule.ExpiresAt(
            new ExpiryConditions(), earnedAt, Moscow.StartOf(new DateOnly(2026, 3, 15)), Joined, Moscow);

        Assert.Equal(ExpiryRule.ExpiresAt(new ExpiryConditions(), earnedAt, Joined, Moscow), expiresAt);
    }

    [Fact]
    public void R6_points_that_wait_for_an_event_expire_by_their_term_all_the_same()
    {
        var earnedAt = Utc("2026-03-01T09:00:00");

        Assert.Equal(
            ExpiryRule.ExpiresAt(new ExpiryConditions(), earnedAt, Joined, Moscow),
            ExpiryRule.ExpiresAt(new ExpiryConditions(), earnedAt, ProgramCalendar.Never, Joined, Moscow));
    }

    private static DateOnly? LastDay(ExpiryConditions conditions, string earned) => ExpiryRule.LastUsableDay(
        ExpiryRule.ExpiresAt(conditions, Moscow.ToUtc(DateTime.Parse(earned).AddHours(15)), Joined, Moscow), Moscow);

    private static DateTime Utc(string text) => DateTime.SpecifyKind(DateTime.Parse(text), DateTimeKind.Utc);
}
