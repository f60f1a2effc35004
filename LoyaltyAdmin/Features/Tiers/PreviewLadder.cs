using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Tries a ladder on all members as they are now, and writes nothing (R7).</summary>
public sealed class PreviewLadder(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, TierCourses courses, BusinessClock clock)
{
    private const int MembersPerBatch = 2_000;

    /// <summary>No published version has this number, so the tried ladder is another one for everybody.</summary>
    private const int Tried = -1;

    /// <summary>What becoming these conditions now would do.</summary>
    /// <param name="actor">Needs <see cref="Permission.ProgramView"/>.</param>
    /// <param name="conditions">Conditions without an error.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<LadderMoves> ExecuteAsync(Actor actor, ProgramConditions conditions, Action<double>? progress, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var before = TierRules.Of(timeline, now);
        var decimals = conditions.Unit.Decimals ?? timeline.Program.PointDecimals;
        var after = new TierRules(conditions.Tiers, Tried, ProgramCalendar.Of(conditions.TimeZone), (int)PointsScale.Factor(decimals));
        var today = after.Calendar.DayOf(now);
        var moves = new int[Math.Max(1, before?.Ladder.Levels.Count ?? 0)][];
        for (var i = 0; i < moves.Length; i++)
        {
            moves[i] = new int[after.Ladder.Levels.Count];
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await db.Members.CountAsync(m => m.MergedIntoId == null, ct);
        var looked = await TierCandidates.WhoMayMoveAsync(databases, after, today, ct);
        var done = 0;
        foreach (var batch in looked.Order().Chunk(MembersPerBatch))
        {
            var members = await db.Members.AsNoTracking().Where(m => EF.Parameter(batch).Contains(m.Id))
                .Select(m => new TierCourses.Member(m.Id, m.JoinedOn)).ToListAsync(ct);
            foreach (var read in (await courses.LoadAsync(db, members, before is null ? [after] : [before, after], today, now, ct)).Values)
            {
                var from = before is null ? 0 : before.Ladder.PlaceOf(read.Course.LevelAt(before, now).Key);
                read.Course.Advance(after, now);
                moves[from][after.Ladder.PlaceOf(read.Course.LevelAt(after, now).Key)]++;
            }

            done += batch.Length;
            progress?.Invoke((double)done / looked.Count);
        }

        // Whoever the aggregate did not name stands on the lowest level, before and after.
        moves[0][0] += all - looked.Count;
        return new LadderMoves(before?.Ladder.Levels ?? [], after.Ladder.Levels, moves);
    }
}
