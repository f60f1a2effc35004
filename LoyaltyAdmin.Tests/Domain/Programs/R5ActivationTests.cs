using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class R5ActivationTests
{
    [Theory]
    [InlineData(ActivationMode.AfterDays, 14, "2026-03-24")]
    [InlineData(ActivationMode.AfterDays, 1, "2026-03-11")]
    [InlineData(ActivationMode.EndOfDay, 0, "2026-03-11")]
    [InlineData(ActivationMode.EndOfWeek, 0, "2026-03-16")]
    [InlineData(ActivationMode.EndOfMonth, 0, "2026-04-01")]
    public void R5_points_activate_when_a_local_day_begins(ActivationMode mode, int days, string expected)
    {
        var calendar = ProgramCalendar.Of("Asia/Vladivostok");
        var tuesday = calendar.ToUtc(new DateTime(2026, 3, 10, 0, 30, 0));

        var activatesAt = ActivationRule.ActivatesAt(new ActivationConditions { Mode = mode, Days = days }, tuesday, calendar);

        Assert.Equal(calendar.StartOf(DateOnly.Parse(expected)), activatesAt);
        Assert.Equal(DateTimeKind.Utc, activatesAt.Kind);
    }

    [Theory]
    [InlineData("2026-03-15", "2026-03-16")]
    [InlineData("2026-03-16", "2026-03-23")]
    public void R5_a_week_ends_with_sunday(string earned, string expected)
    {
        var calendar = ProgramCalendar.Of("Europe/Moscow");
        var earnedAt = calendar.ToUtc(DateTime.Parse(earned).AddHours(23));

        var activatesAt = ActivationRule.ActivatesAt(
            new ActivationConditions { Mode = ActivationMode.EndOfWeek }, earnedAt, calendar);

        Assert.Equal(calendar.StartOf(DateOnly.Parse(expected)), activatesAt);
    }

    [Fact]
    public void R5_points_can_be_spendable_at_once_or_wait_for_an_event()
    {
        var calendar = ProgramCalendar.Of("Europe/Moscow");
        var earnedAt = new DateTime(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

        Assert.Equal(earnedAt, ActivationRule.ActivatesAt(new ActivationConditions(), earnedAt, calendar));
        Assert.Equal(
            ProgramCalendar.Never,
            ActivationRule.ActivatesAt(new ActivationConditions { Mode = ActivationMode.OnEvent }, earnedAt, calendar));
        Assert.Equal(
            earnedAt,
            ActivationRule.ActivatesAt(new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 0 }, earnedAt, calendar));
    }

    [Fact]
    public void R5_days_are_local_days_even_when_the_clock_changes()
    {
        var berlin = ProgramCalendar.Of("Europe/Berlin");
        var earnedAt = new DateTime(2026, 3, 28, 22, 0, 0, DateTimeKind.Utc);

        var activatesAt = ActivationRule.ActivatesAt(
            new ActivationConditions { Mode = ActivationMode.AfterDays, Days = 2 }, earnedAt, berlin);

        Assert.Equal(new DateTime(2026, 3, 29, 22, 0, 0, DateTimeKind.Utc), activatesAt);
    }
}
