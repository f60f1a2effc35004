using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Tells of the ladder and of members' places on it.</summary>
public sealed class TierQueries(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, TierCourses courses, BusinessClock clock)
{
    /// <summary>The levels in force, the lowest first; empty where the program has none.</summary>
    public async Task<IReadOnlyList<TierLevel>> LevelsAsync(CancellationToken ct) =>
        TierRules.Of(await timelines.GetAsync(ct), clock.UtcNow)?.Ladder.Levels ?? [];

    /// <summary>Null where the program has no levels.</summary>
    public async Task<LadderOverview?> LadderAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        if (TierRules.Of(timeline, now) is not { } rules)
        {
            return null;
        }

        var today = rules.Calendar.DayOf(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        var counts = await db.MemberTiers.LevelsOn(today)
            .GroupBy(t => t.Level)
            .Select(g => new { Level = g.Key, Count = g.Count() }).ToListAsync(ct);
        var all = await db.Members.CountAsync(m => m.MergedIntoId == null, ct);
        var above = rules.Ladder.Levels.Skip(1).ToDictionary(l => l.Key, l => counts.Where(c => c.Level == l.Key).Sum(c => c.Count));
        return new LadderOverview(
            timeline.InForceAt(now).Conditions,
            rules.Version,
            [.. rules.Ladder.Levels.Select((l, i) => new LevelShare(l, i == 0 ? all - above.Values.Sum() : above[l.Key]))]);
    }

    /// <summary>Null where the program has no levels or there is no such member.</summary>
    public async Task<MemberStanding?> StandingAsync(long memberId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        if (TierRules.Of(await timelines.GetAsync(ct), now) is not { } rules)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Members.AsNoTracking().Where(m => m.Id == memberId).Select(m => new TierCourses.Member(m.Id, m.JoinedOn)).SingleOrDefaultAsync(ct) is not { } member)
        {
            return null;
        }

        // As the next receipt would find it, whether or not the night's work has been done.
        var today = rules.Calendar.DayOf(now);
        var course = (await courses.LoadAsync(db, [member], [rules], today, now, ct))[memberId].Course;
        course.Advance(rules, now);
        return Tell(rules, course, now, today);
    }

    private static MemberStanding Tell(TierRules rules, TierCourse course, DateTime now, DateOnly today)
    {
        var place = Math.Max(0, rules.Ladder.PlaceOf(course.Standing?.Level ?? ""));
        var (value, earned) = (course.MetricOn(rules, today), rules.Ladder.Levels[place]);
        var next = place + 1 < rules.Ladder.Levels.Count ? rules.Ladder.Levels[place + 1] : null;
        var ends = course.Standing is { } standing && standing.KeptUntil < DateOnly.MaxValue ? standing.KeptUntil.AddDays(-1) : (DateOnly?)null;
        var gift = course.Standing?.Lock;
        return new MemberStanding
        {
            Level = course.LevelAt(rules, now),
            Earned = earned,
            Since = course.Standing is { Since: var since } && since > DateTime.MinValue ? since : null,
            Metric = rules.Conditions.Metric,
            Value = value,
            Next = next,
            NeededForNext = next is null ? 0 : Math.Max(0, next.Threshold - value),
            LastDay = ends,
            NeededToKeep = ends is null ? 0 : Math.Max(0, earned.Threshold - course.MetricForKeeping(rules)),
            GivenUntil = gift?.Until.AddDays(-1),
            GivenFor = gift?.Reason,
        };
    }
}
