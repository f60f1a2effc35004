using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Programs;

public class ProgramTimelineTests
{
    private static readonly DateTime March = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void R1_a_receipt_is_computed_by_the_version_in_force_at_its_own_time()
    {
        var timeline = Timeline(Published(1, ProgramCalendar.BeginningOfTime), Published(2, March));

        Assert.Equal(1, timeline.InForceAt(March.AddTicks(-1)).Number);
        Assert.Equal(2, timeline.InForceAt(March).Number);
    }

    [Fact]
    public void Of_versions_from_the_same_instant_the_later_number_counts()
    {
        var timeline = Timeline(Published(3, March), Published(1, ProgramCalendar.BeginningOfTime), Published(2, March));

        Assert.Equal(3, timeline.InForceAt(March).Number);
    }

    [Fact]
    public void The_first_version_also_computes_what_was_before_it() =>
        Assert.Equal(1, Timeline(Published(1, March)).InForceAt(March.AddYears(-5)).Number);

    [Fact]
    public void Drafts_compute_nothing() =>
        Assert.Throws<ArgumentException>(() => Timeline(new ProgramVersion { Number = 1, Conditions = new ProgramConditions() }));

    [Fact]
    public void A_published_version_is_not_published_again() =>
        Assert.Throws<InvalidOperationException>(() => Published(1, March).Publish(March, March, "anna"));

    private static ProgramTimeline Timeline(params ProgramVersion[] versions) =>
        new(new LoyaltyProgram { Name = "Club" }, versions);

    private static ProgramVersion Published(int number, DateTime from)
    {
        var version = new ProgramVersion { Number = number, Conditions = new ProgramConditions() };
        version.Publish(from, from, "anna");
        return version;
    }
}
