using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes opening balances back, some hundreds of accounts in one transaction, by entries of the opposite sense.</summary>
internal sealed class UndoBalances(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch ledgers, ImportRun run)
{
    private const int AccountsPerBatch = 200;

    /// <summary>Takes all back that nobody has used.</summary>
    /// <param name="progress">Told how many balances are gone.</param>
    /// <param name="ct">Stops it; it can go on later.</param>
    public async Task RunAsync(Action<int> progress, CancellationToken ct)
    {
        var after = long.MinValue;
        while (await NextAsync(after, ct) is { Length: > 0 } accounts)
        {
            after = accounts[^1];
            progress(await UndoAsync(accounts, ct));
        }
    }

    private async Task<long[]> NextAsync(long after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await UndoBalancesCheck.Lots(db, run).Where(o => o.Lot.AccountId > after).Select(o => o.Lot.AccountId).Distinct()
            .OrderBy(id => id).Take(AccountsPerBatch).ToArrayAsync(ct);
    }

    private async Task<int> UndoAsync(long[] accounts, CancellationToken ct)
    {
        long[] lots;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            lots = await UndoBalancesCheck.Lots(db, run).Where(o => EF.Parameter(accounts).Contains(o.Lot.AccountId)).Select(o => o.Lot.Id).ToArrayAsync(ct);
        }

        var gone = 0;
        await ledgers.RunAsync(
            run.UndoneBy!,
            accounts,
            lots,
            async work =>
            {
                gone = 0;
                var opened = await UndoBalancesCheck.Lots(work.Db, run).AsNoTracking()
                    .Where(o => EF.Parameter(lots).Contains(o.Lot.Id))
                    .Select(o => new { o.Lot.Id, o.Lot.AccountId, o.At, o.Day })
                    .ToListAsync(ct);
                var expiries = await (
                    from allocation in work.Db.Allocations.AsNoTracking()
                    where EF.Parameter(lots).Contains(allocation.LotId)
                    join entry in work.Db.LedgerEntries.AsNoTracking() on allocation.EntryId equals entry.Id
                    where entry.Kind == EntryKind.Expiry
                    select new { allocation.LotId, allocation.Points, entry.At, entry.Day, entry.Block }).ToListAsync(ct);
                foreach (var row in opened)
                {
                    var ledger = work.Ledgers[row.AccountId];
                    var lot = ledger.Lots.Single(l => l.Id == row.Id);
                    if (lot.Amount != lot.Remaining + lot.Expired || !lot.Held.IsZero)
                    {
                        continue;
                    }

                    foreach (var expiry in expiries.Where(e => e.LotId == lot.Id))
                    {
                        ledger.UndoDebit(EntryKind.ExpiryUndone, [new LotUse(lot, expiry.Points)], UndoContext.Of(run, expiry.At, expiry.Day), expiry.Block);
                    }

                    ledger.UndoCredit(EntryKind.OpeningUndone, lot, UndoContext.Of(run, row.At, row.Day));
                    gone++;
                }

                return gone > 0;
            },
            ct);
        return gone;
    }
}
