using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>
/// Brings everybody's place on the ladder up to now (R7): ends of periods and gifts, a ladder that has changed, and rises that
/// no receipt brought, such as those of points that became active. Looks by sets, and only at those who may have moved.
/// </summary>
public sealed class RecalculateTiers(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, TierCourses courses, BusinessClock clock)
{
    /// <summary>Key of the job that does it.</summary>
    public const string JobKey = "recalculate-tiers";

    private const int MembersPerBatch = 2_000;
    private const int Attempts = 5;

    /// <summary>Returns this long ago are looked at again, should a night have been missed.</summary>
    private static readonly TimeSpan ReturnsLookedBack = TimeSpan.FromDays(7);

    /// <summary>What became of those who were looked at.</summary>
    /// <param name="Looked">How many members were judged one by one.</param>
    /// <param name="Steps">The steps they made, by cause.</param>
    public sealed record Outcome(int Looked, IReadOnlyDictionary<TierCause, int> Steps)
    {
        public int Of(params TierCause[] causes) => causes.Sum(c => Steps.GetValueOrDefault(c));
    }

    public async Task<Outcome> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var now = clock.UtcNow;
        var steps = new Dictionary<TierCause, int>();
        if (TierRules.Of(await timelines.GetAsync(ct), now) is not { } rules)
        {
            return new Outcome(0, steps);
        }

        var moved = await TierCandidates.WhoMayMoveAsync(databases, rules, rules.Calendar.DayOf(now), ct);
        var returned = rules.Conditions.LowerOnReturn ? await WhoReturnedAsync(now, ct) : [];
        long[] looked = [.. moved.Union(returned).Order()];
        foreach (var batch in looked.Chunk(MembersPerBatch))
        {
            await MoveAsync(batch, returned, rules, now, steps, ct);
            await (progress?.AddAsync(batch.Length) ?? Task.CompletedTask);
        }

        return new Outcome(looked.Length, steps);
    }

    private async Task<HashSet<long>> WhoReturnedAsync(DateTime now, CancellationToken ct)
    {
        var since = now - ReturnsLookedBack;
        await using var db = await databases.CreateDbContextAsync(ct);
        var day = DateOnly.FromDateTime(since);
        return await db.Returns.Where(r => r.Day >= day && r.MemberId != null).Select(r => r.MemberId!.Value).Distinct().ToHashSetAsync(ct);
    }

    private async Task MoveAsync(
        long[] members, HashSet<long> returned, TierRules rules, DateTime now, Dictionary<TierCause, int> steps, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await TryMoveAsync(members, returned, rules, now, ct) is { } moved)
                {
                    foreach (var change in moved.SelectMany(course => course.Changes))
                    {
                        steps[change.Cause] = steps.GetValueOrDefault(change.Cause) + 1;
                    }

                    return;
                }
            }
            catch (Exception e) when (attempt < Attempts && courses.IsLostRace(e))
            {
                // A receipt gave one of them a first place meanwhile, or the database was busy.
            }
        }

        throw new InvalidOperationException($"Members {members[0]} to {members[^1]} were changed by others {Attempts} times in a row.");
    }

    /// <summary>One attempt; null when somebody else moved one of them first.</summary>
    private async Task<List<TierCourse>?> TryMoveAsync(long[] members, HashSet<long> returned, TierRules rules, DateTime now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var read = await ReadAsync(db, members, rules, now, ct);
        foreach (var (id, one) in read)
        {
            one.Course.Advance(rules, now);
            if (returned.Contains(id))
            {
                one.Course.LowerAfterReturns(rules, now);
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await courses.WriteAsync(db, read.Values, ct))
        {
            return null;
        }

        await transaction.CommitAsync(ct);
        return [.. read.Values.Select(r => r.Course)];
    }

    private async Task<Dictionary<long, TierCourses.Read>> ReadAsync(
        LoyaltyDbContext db, long[] members, TierRules rules, DateTime now, CancellationToken ct)
    {
        var known = await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id))
            .Select(m => new TierCourses.Member(m.Id, m.JoinedOn)).ToListAsync(ct);
        return await courses.LoadAsync(db, known, [rules], rules.Calendar.DayOf(now), now, ct);
    }
}
