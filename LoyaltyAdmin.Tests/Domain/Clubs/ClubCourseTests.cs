using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Clubs;

/// <summary>A place in a club: begun, prolonged, taken away; whatever is told and in whatever order.</summary>
public sealed class ClubCourseTests
{
    private static readonly ProgramCalendar Moscow = ProgramCalendar.Of("Europe/Moscow");
    private static readonly DateTime Begin = Moscow.ToUtc(new DateTime(2026, 1, 31, 12, 0, 0));

    private static readonly Gen<(int Hours, int Kind, int Days)[]> Steps = Gen.ArrayOf(
        from hours in Gen.Choose(0, 24 * 400)
        from kind in Gen.Choose(0, 6)
        from days in Gen.Choose(1, 200)
        select (hours, kind, days), 8);

    [Fact]
    public void A_term_of_months_ends_at_midnight_of_the_same_day_or_the_last_of_a_short_month()
    {
        Assert.Equal(Moscow.StartOf(new DateOnly(2026, 2, 28)), new ClubTerms { TermMonths = 1 }.EndOf(new DateOnly(2026, 1, 31), Moscow));
        Assert.Equal(ProgramCalendar.Never, new ClubTerms { TermMonths = null }.EndOf(new DateOnly(2026, 1, 31), Moscow));
        Assert.Equal(ProgramCalendar.Never, new ClubTerms { TermMonths = 6, Renewal = ClubRenewal.Always }.EndOf(new DateOnly(2026, 1, 31), Moscow));
    }

    [Fact]
    public void A_renewal_at_the_very_end_leaves_no_gap_and_one_after_it_is_too_late()
    {
        var (end, later) = (Begin.AddDays(30), Begin.AddDays(60));

        Assert.True(ClubCourse.Of([Event(1, ClubEventKind.Joined, Begin, end), Event(2, ClubEventKind.Renewed, end, later)]).IsInAt(end));
        Assert.False(ClubCourse.Of([Event(1, ClubEventKind.Joined, Begin, end), Event(2, ClubEventKind.Renewed, end.AddSeconds(1), later)]).IsInAt(end));
    }

    [Fact]
    public void Who_was_removed_is_out_at_once_and_no_renewal_brings_them_back()
    {
        var course = ClubCourse.Of([
            Event(1, ClubEventKind.Joined, Begin, ProgramCalendar.Never),
            Event(2, ClubEventKind.Removed, Begin.AddDays(3)),
            Event(3, ClubEventKind.Renewed, Begin.AddDays(3), Begin.AddDays(90)),
        ]);

        Assert.Equal((Begin.AddDays(3), ClubEnd.Removed), (course.Until, course.End));
    }

    [Fact]
    public void What_is_told_later_changes_nothing_of_what_was_before_it() => ForAll(events => Enumerable.Range(0, 40).All(i =>
    {
        var at = Begin.AddDays(i * 10);
        return ClubCourse.Of(events).IsInAt(at) == ClubCourse.Of(events.Where(e => e.At <= at)).IsInAt(at);
    }));

    [Fact]
    public void The_order_of_telling_does_not_matter() => ForAll(events => ClubCourse.Of(events) == ClubCourse.Of(events.Reverse()));

    [Fact]
    public void Nobody_is_in_for_longer_than_any_term_that_was_given() => ForAll(events =>
        ClubCourse.Of(events).Until <= events.Where(e => e.Until is not null).Max(e => e.Until!.Value));

    [Fact]
    public void Terms_that_let_nobody_in_are_refused()
    {
        var terms = new ClubTerms { ByInvitation = false, Renewal = ClubRenewal.Threshold, Seats = 0, Benefits = new Benefits() };

        Assert.Equal(
            ["Clubs.NoWayIn", "Clubs.NothingGiven", "Clubs.RenewalNeedsThreshold", "Clubs.SeatsOutOfRange"], terms.Check().Select(c => c.Code).Order(StringComparer.Ordinal));
    }

    private static void ForAll(Func<IReadOnlyList<ClubEvent>, bool> claim) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Steps.Select(Tell).ToArbitrary(), claim));

    private static IReadOnlyList<ClubEvent> Tell((int Hours, int Kind, int Days)[] steps) =>
    [
        Event(1, ClubEventKind.Joined, Begin, Begin.AddDays(90)),
        .. steps.Select((s, i) => s.Kind switch
        {
            < 4 => Event(i + 2, ClubEventKind.Renewed, Begin.AddHours(s.Hours), Begin.AddHours(s.Hours).AddDays(s.Days)),
            4 => Event(i + 2, ClubEventKind.Left, Begin.AddHours(s.Hours)),
            _ => Event(i + 2, ClubEventKind.Removed, Begin.AddHours(s.Hours)),
        }),
    ];

    private static ClubEvent Event(long id, ClubEventKind kind, DateTime at, DateTime? until = null) =>
        new() { Id = id, PlaceId = 1, Kind = kind, At = at, Until = until, Author = "test" };
}
