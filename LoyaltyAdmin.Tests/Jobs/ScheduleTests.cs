using LoyaltyAdmin.Jobs;
using Quartz;

namespace LoyaltyAdmin.Tests.Jobs;

public sealed class ScheduleTests
{
    public static TheoryData<string> Keys => [.. Schedule.Lines.Select(l => l.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Nothing_begins_between_one_and_three_at_night(string key)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var trigger = TriggerBuilder.Create()
            .WithSchedule(CronScheduleBuilder.Create(Schedule.Of(key).Cron).InTimeZone(zone))
            .StartAt(new DateTimeOffset(2026, 3, 28, 0, 0, 0, TimeSpan.Zero))
            .Build();
        List<DateTimeOffset> fires = [];
        for (var at = trigger.GetFireTimeAfter(trigger.StartTimeUtc); at < trigger.StartTimeUtc.AddDays(3); at = trigger.GetFireTimeAfter(at))
        {
            fires.Add(TimeZoneInfo.ConvertTime(at!.Value, zone));
        }

        Assert.NotEmpty(fires);
        Assert.DoesNotContain(fires, at => at.Hour is 1 or 2);
    }

    [Fact]
    public void A_key_has_one_line() => Assert.Equal(Schedule.Lines.Count, Schedule.Lines.Select(l => l.Key).Distinct().Count());

    [Fact]
    public void A_job_without_a_line_is_not_accepted() => Assert.Throws<InvalidOperationException>(() => Schedule.Of("no-such-job"));
}
