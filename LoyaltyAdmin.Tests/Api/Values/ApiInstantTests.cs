using System.Text.Json;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Api.Values;

public sealed class ApiInstantTests
{
    private static readonly ProgramTimeline Moscow = Timeline("Europe/Moscow");

    [Theory]
    [InlineData("2026-03-10T12:00:00+03:00", "2026-03-10T09:00:00.000Z")]
    [InlineData("2026-03-10T12:00:00", "2026-03-10T09:00:00.000Z")]
    [InlineData("2026-03-10T12:00", "2026-03-10T09:00:00.000Z")]
    [InlineData("2026-03-10T12:00:00.1239999Z", "2026-03-10T12:00:00.123Z")]
    [InlineData("2026-03-10T12:00:00-05:30", "2026-03-10T17:30:00.000Z")]
    [InlineData("2026-03-10", "2026-03-09T21:00:00.000Z")]
    public void Instants_are_read_with_their_offset_or_in_the_programs_zone(string written, string utc)
    {
        var instant = JsonSerializer.Deserialize<ApiInstant>($"\"{written}\"");

        Assert.Equal(utc, instant.ToUtc(Moscow).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }

    [Theory]
    [InlineData("10.03.2026")]
    [InlineData("2026-13-01T00:00:00Z")]
    [InlineData("2026-03-10T25:00:00Z")]
    [InlineData("2026-03-10T12:00:00+25:00")]
    [InlineData("0999-01-01T00:00:00Z")]
    [InlineData("")]
    public void What_is_no_instant_is_refused(string written) => Assert.False(ApiInstant.TryParse(written, null, out _));

    [Fact]
    public void Instants_are_told_with_the_offset_of_the_programs_zone_at_that_time()
    {
        var berlin = Timeline("Europe/Berlin");

        Assert.Equal(TimeSpan.FromHours(1), ApiInstant.Tell(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), berlin).Offset);
        Assert.Equal(TimeSpan.FromHours(2), ApiInstant.Tell(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc), berlin).Offset);
    }

    private static ProgramTimeline Timeline(string zone)
    {
        var version = new ProgramVersion { ProgramId = 1, Number = 1, Conditions = new ProgramConditions { TimeZone = zone } };
        version.Publish(ProgramCalendar.BeginningOfTime, DateTime.UnixEpoch, "test");
        return new ProgramTimeline(new LoyaltyProgram { Name = "Test" }, [version]);
    }
}
