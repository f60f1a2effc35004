using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// Frees the points of holds whose time is over. Tills see them free at once, for they look at the time; lists and reports
/// see them after this. A lapsed hold can still be confirmed, by what the balance then allows (R19).
/// </summary>
public sealed class LapseHolds(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch, HeldOffers offers, ProgramTimelines timelines, BusinessClock clock)
{
    private const int HoldsPerBatch = 1_000;

    /// <summary>How many holds lapsed.</summary>
    public Task<int> ExecuteAsync(Actor actor, CancellationToken ct) => ExecuteAsync(actor, progress: null, ct);

    public async Task<int> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var count = await LapseWithoutMemberAsync(ct);
        while (await DueAsync(ct) is { Count: > 0 } due)
        {
            var ids = due.Select(h => h.Id).ToArray();
            var lapsed = 0;
            await batch.RunAsync(
                actor.Name,
                await AccountsAsync(ids, ct),
                async work =>
                {
                    var holds = await work.Db.Holds.Include(h => h.Lots)
                        .Where(h => EF.Parameter(ids).Contains(h.Id) && h.Status == HoldStatus.Open).ToListAsync(ct);

                    // Lots may have gone to another account meanwhile, with their member: their hold is due there.
                    var ledgers = work.Ledgers.Values.SelectMany(ledger => ledger.Lots.Select(lot => (lot.Id, Ledger: ledger))).ToDictionary(l => l.Id, l => l.Ledger);
                    foreach (var hold in holds.Where(h => h.Lots.TrueForAll(l => ledgers.ContainsKey(l.LotId))).ToList())
                    {
                        var purse = new PointsPool([.. hold.Lots.Select(l => ledgers[l.LotId]).Distinct()]);
                        purse.Release(purse.SetAsideBy(hold));
                        (hold.Status, hold.ClosedAt) = (HoldStatus.Lapsed, work.Now);
                    }

                    work.Saving = await offers.ReleaseAsync(work.Db, holds, work.Timeline, hold => work.Ledgers.GetValueOrDefault(hold.AccountId!.Value)?.Account.MemberId, ct);
                    lapsed = holds.Count;
                    return lapsed > 0;
                },
                ct);
            await (progress?.AddAsync(lapsed) ?? Task.CompletedTask);
            count += lapsed;
        }

        return count;
    }

    /// <summary>A hold of nobody's points has no points to free; campaigns may have set something aside for it.</summary>
    private async Task<int> LapseWithoutMemberAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var count = 0;
        while (await db.Holds.AsNoTracking().Where(h => h.Status == HoldStatus.Open && h.ExpiresAt <= now && h.AccountId == null)
            .OrderBy(h => h.Id).Take(HoldsPerBatch).ToListAsync(ct) is { Count: > 0 } due)
        {
            var ids = due.Select(h => h.Id).ToArray();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var closed = await db.Holds.Where(h => EF.Parameter(ids).Contains(h.Id) && h.Status == HoldStatus.Open)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.Status, HoldStatus.Lapsed).SetProperty(h => h.ClosedAt, now), ct);
            if (closed < ids.Length)
            {
                // A till closed one meanwhile and freed what it had: look again.
                continue;
            }

            var timeline = await timelines.GetAsync(ct);
            if (await offers.ReleaseAsync(db, due, timeline, _ => null, ct) is { } saving)
            {
                await saving(db);
            }

            await transaction.CommitAsync(ct);
            count += closed;
        }

        return count;
    }

    /// <summary>The accounts on which holds have set points aside.</summary>
    private async Task<long[]> AccountsAsync(long[] holds, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (
            from held in db.HoldLots
            where EF.Parameter(holds).Contains(held.HoldId)
            join lot in db.Lots on held.LotId equals lot.Id
            select lot.AccountId).Distinct().ToArrayAsync(ct);
    }

    private async Task<List<Hold>> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Holds.AsNoTracking()
            .Where(h => h.Status == HoldStatus.Open && h.ExpiresAt <= now && h.AccountId != null)
            .OrderBy(h => h.ExpiresAt).Take(HoldsPerBatch).ToListAsync(ct);
    }
}
