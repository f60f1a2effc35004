using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Values;

public class ProgramCalendarTests
{
    [Theory]
    [InlineData("Europe/Moscow", "2026-03-10", "2026-03-09T21:00:00")]
    [InlineData("America/New_York", "2026-03-09", "2026-03-09T04:00:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00")]
    [InlineData("America/Havana", "2025-11-02", "2025-11-02T04:00:00")]
    [InlineData("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00")]
    [InlineData("America/Asuncion", "2009-10-18", "2009-10-18T04:00:00")]
    [InlineData("Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00")]
    public void A_local_day_begins_at_its_first_instant(string zone, string day, string expected)
    {
        var start = ProgramCalendar.Of(zone).StartOf(DateOnly.Parse(day));

        Assert.Equal(DateTime.SpecifyKind(DateTime.Parse(expected), DateTimeKind.Utc), start);
        Assert.Equal(DateTimeKind.Utc, start.Kind);
    }

    [Theory]
    [InlineData("Europe/Moscow")]
    [InlineData("Europe/Berlin")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("America/Havana")]
    [InlineData("Africa/Cairo")]
    [InlineData("Asia/Beirut")]
    [InlineData("Asia/Tehran")]
    [InlineData("America/Asuncion")]
    [InlineData("Asia/Amman")]
    [InlineData("Africa/Casablanca")]
    [InlineData("Antarctica/Casey")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Pacific/Chatham")]
    public void Days_follow_each_other_without_gap_or_overlap(string zone)
    {
        var calendar = ProgramCalendar.Of(zone);
        for (var day = new DateOnly(2009, 1, 1); day.Year < 2031; day = day.AddDays(1))
        {
            var start = calendar.StartOf(day);
            Assert.Equal(day, calendar.DayOf(start));
            Assert.Equal(day.AddDays(-1), calendar.DayOf(start.AddTicks(-1)));
        }
    }

    [Fact]
    public void A_day_that_a_zone_skipped_begins_with_the_next_one()
    {
        var apia = ProgramCalendar.Of("Pacific/Apia");

        Assert.Equal(apia.StartOf(new DateOnly(2011, 12, 31)), apia.StartOf(new DateOnly(2011, 12, 30)));
    }

    [Fact]
    public void A_time_that_a_clock_change_skips_moves_on_and_one_that_comes_twice_means_the_first()
    {
        var berlin = ProgramCalendar.Of("Europe/Berlin");

        Assert.Equal(new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc), berlin.ToUtc(new DateTime(2026, 3, 29, 2, 30, 0)));
        Assert.Equal(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc), berlin.ToUtc(new DateTime(2026, 10, 25, 2, 30, 0)));
    }

    [Fact]
    public void The_ends_of_the_calendar_are_its_bounds()
    {
        Assert.Equal(DateTime.MinValue, ProgramCalendar.Of("Europe/Moscow").StartOf(DateOnly.MinValue));
        Assert.Equal(DateTime.MaxValue, ProgramCalendar.Of("America/New_York").ToUtc(DateTime.MaxValue));
    }

    [Fact]
    public void There_is_no_calendar_of_an_unknown_zone() =>
        Assert.Throws<TimeZoneNotFoundException>(() => ProgramCalendar.Of("Europe/Atlantis"));

    [Theory]
    [InlineData("1997-01-31", "1997-02-01", 1)]
    [InlineData("1997-01-01", "1998-07-15", 18)]
    [InlineData("1998-01-01", "1997-12-31", -1)]
    public void Months_are_counted_by_the_calendar(string from, string to, int expected) =>
        Assert.Equal(expected, Month.Between(DateOnly.Parse(from), DateOnly.Parse(to)));
}
