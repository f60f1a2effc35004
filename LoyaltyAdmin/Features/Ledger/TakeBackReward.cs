using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// Takes a reward back by the key it was given under, once. What the member no longer has is owed or forgiven as the
/// conditions say of returns; there is no refund to hold it back from, so that policy owes too.
/// </summary>
public sealed class TakeBackReward(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch)
{
    /// <summary>What was taken from lots; zero where it was taken back before.</summary>
    public sealed record TakenBack(Points Taken, Points Forgiven, Points Owed, bool Replayed);

    /// <summary>Takes it back; a rejection where no such reward was given.</summary>
    public async Task<Result<TakenBack>> ExecuteAsync(
        string author, string key, Func<LoyaltyDbContext, CancellationToken, Task>? inTransaction, CancellationToken ct)
    {
        Result<TakenBack>? result = null;
        while (result is null)
        {
            if (await FindAsync(key, ct) is not { } found)
            {
                return new Rejection("Ledger.UnknownReward", key);
            }

            await batch.RunAsync(
                author,
                [found.AccountId],
                [found.LotId],
                async work =>
                {
                    result = await DecideAsync(author, key, found, work, ct);
                    if (inTransaction is not null)
                    {
                        work.Saving = db => inTransaction(db, ct);
                    }

                    return result is { } decided && (inTransaction is not null || !decided.Value.Replayed);
                },
                ct);
        }

        return result.Value;
    }

    /// <summary>Null where the reward went to another account meanwhile, by a merge.</summary>
    private static async Task<Result<TakenBack>?> DecideAsync(string author, string key, Found found, LedgerBatch.Work work, CancellationToken ct)
    {
        if (await work.Db.LedgerEntries.AnyAsync(e => e.OperationId == Reward.BackOf(key), ct))
        {
            return new TakenBack(Points.Zero, Points.Zero, Points.Zero, Replayed: true);
        }

        var ledger = work.Ledgers[found.AccountId];
        if (ledger.Lots.SingleOrDefault(l => l.Id == found.LotId && l.AccountId == found.AccountId) is not { } lot)
        {
            return null;
        }

        ledger.Expire(work.Now, work.Calendar);
        var reversal = ledger.TakeBack(lot, new EntryContext
        {
            At = work.Now,
            Day = work.Calendar.DayOf(work.Now),
            Author = author,
            Reason = found.Reason,
            OperationId = Reward.BackOf(key),
        });
        var owed = work.Timeline.InForceAt(work.Now).Conditions.Returns.Deficit == DeficitPolicy.WriteOff ? Points.Zero : reversal.Missing;
        ledger.Owe(owed);
        return new TakenBack(reversal.Taken, reversal.Forgiven, owed, Replayed: false);
    }

    private async Task<Found?> FindAsync(string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var given = Reward.OperationOf(key);
        return await (
            from entry in db.LedgerEntries.AsNoTracking()
            where entry.OperationId == given
            join lot in db.Lots on entry.Id equals lot.EntryId
            select new Found(lot.AccountId, lot.Id, entry.Reason)).SingleOrDefaultAsync(ct);
    }

    private sealed record Found(long AccountId, long LotId, string? Reason);
}
