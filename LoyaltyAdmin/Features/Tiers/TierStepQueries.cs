using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Lists the steps of all members on the ladder.</summary>
public sealed class TierStepQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 1_000;

    /// <summary>One page.</summary>
    public async Task<Page<TierStepRow>> ListAsync(Actor actor, TierStepFilter filter, bool ascending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (await ScopeAsync(db, filter, ascending, ct)).ToPageAsync(page, ct);
        return new Page<TierStepRow>(await NameAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, a batch in memory at once.</summary>
    public async IAsyncEnumerable<TierStepRow> StreamAsync(Actor actor, TierStepFilter filter, bool ascending, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = await ScopeAsync(db, filter, ascending, ct);
        for (var skip = 0; ; skip += Batch)
        {
            var steps = await scope.Skip(skip).Take(Batch).ToListAsync(ct);
            foreach (var row in await NameAsync(db, steps, ct))
            {
                yield return row;
            }

            if (steps.Count < Batch)
            {
                yield break;
            }
        }
    }

    private async Task<IQueryable<TierChange>> ScopeAsync(LoyaltyDbContext db, TierStepFilter filter, bool ascending, CancellationToken ct)
    {
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        IQueryable<TierChange> steps = db.TierChanges.AsNoTracking();
        if (filter.Cause is { } cause)
        {
            steps = steps.Where(c => c.Cause == cause);
        }

        if (filter.From is { } from && calendar.StartOf(from) is var begin)
        {
            steps = steps.Where(c => c.At >= begin);
        }

        if (filter.To is { } to && calendar.StartOf(to.AddDays(1)) is var end)
        {
            steps = steps.Where(c => c.At < end);
        }

        return ascending ? steps.OrderBy(c => c.At).ThenBy(c => c.Id) : steps.OrderByDescending(c => c.At).ThenByDescending(c => c.Id);
    }

    private static async Task<IReadOnlyList<TierStepRow>> NameAsync(LoyaltyDbContext db, IReadOnlyList<TierChange> steps, CancellationToken ct)
    {
        var names = await MemberNames.OfAsync(db, steps.Select(s => (long?)s.MemberId), ct);
        return [.. steps.Select(s => new TierStepRow
        {
            Id = s.Id,
            At = s.At,
            MemberId = s.MemberId,
            Member = names.GetValueOrDefault(s.MemberId, $"№ {s.MemberId}"),
            From = s.From,
            To = s.To,
            Cause = s.Cause,
            Metric = s.Metric,
            LastDay = s.KeptUntil == DateOnly.MaxValue ? null : s.KeptUntil.AddDays(-1),
            Reason = s.Reason,
            Author = s.Author,
        })];
    }
}
