using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Takes an import of receipts back, some hundreds of accounts in one transaction. What is done is gone from the import, so
/// that whoever begins again goes on with the rest.
/// </summary>
internal sealed class UndoReceipts(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch ledgers, SqlProvider sql, ImportRun run)
{
    private const int AccountsPerBatch = 200;
    private const int ReceiptsPerBatch = 2000;

    /// <summary>Takes all back that can be.</summary>
    /// <param name="progress">Told how many receipts and returns are gone.</param>
    /// <param name="ct">Stops it; it can go on later.</param>
    public async Task RunAsync(Action<int> progress, CancellationToken ct)
    {
        // Accounts that someone has built on meanwhile are passed over, and told of in the end.
        var after = long.MinValue;
        while (await NextAsync(after, ct) is { Length: > 0 } members)
        {
            after = members[^1];
            progress(await UndoAsync(members, ct));
        }

        while (await AnonymousAsync(ct) is > 0 and var gone)
        {
            progress(gone);
        }

        await RemoveRegisteredAsync(ct);
    }

    private async Task<long[]> NextAsync(long after, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Receipts.Where(r => r.ImportId == run.Id && r.MemberId > after).Select(r => r.MemberId!.Value)
            .Union(db.Returns.Where(r => r.ImportId == run.Id && r.MemberId > after).Select(r => r.MemberId!.Value))
            .OrderBy(id => id).Take(AccountsPerBatch).ToArrayAsync(ct);
    }

    private async Task<int> UndoAsync(long[] members, CancellationToken ct)
    {
        long[] accounts;
        long[] lots;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            accounts = await db.Accounts.Where(a => EF.Parameter(members).Contains(a.MemberId)).Select(a => a.Id).ToArrayAsync(ct);
            lots = await UndoneRows.LotsAsync(db, run.Id, members, accounts, ct);
        }

        var gone = 0;
        await ledgers.RunAsync(
            run.UndoneBy!,
            accounts,
            lots,
            async work =>
            {
                var rows = await UndoneRows.LoadAsync(work.Db, run.Id, members, accounts, lots, ct);
                var batch = new UndoReceiptsBatch(run, rows);
                batch.Decide(work.Ledgers);
                gone = batch.Gone;
                work.Saving = db => batch.WriteAsync(db, sql, ct);
                return gone > 0;
            },
            ct);
        return gone;
    }

    /// <summary>Receipts and returns without a member: no points, no statistics but the sales of the day.</summary>
    private async Task<int> AnonymousAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var rows = await UndoneRows.AnonymousAsync(db, run.Id, ReceiptsPerBatch, ct);
        var batch = new UndoReceiptsBatch(run, rows);
        batch.Decide(new Dictionary<long, Domain.Ledger.AccountLedger>());
        if (batch.Gone > 0)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await batch.WriteAsync(db, sql, ct);
            await transaction.CommitAsync(ct);
        }

        return batch.Gone;
    }

    /// <summary>Removes members whom the import registered, who never had any points and of whom nothing else is known.</summary>
    private async Task RemoveRegisteredAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var members = await UndoReceiptsCheck.Untouched(db, run.Id)
                .Where(m => !db.Accounts.Any(a => a.MemberId == m.Id && db.LedgerEntries.Any(e => e.AccountId == a.Id))
                    && !db.Receipts.Any(r => r.MemberId == m.Id) && !db.Returns.Any(r => r.MemberId == m.Id))
                .OrderBy(m => m.Id).Select(m => m.Id).Take(ReceiptsPerBatch).ToArrayAsync(ct);
            if (members.Length == 0)
            {
                return;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.Accounts.Where(a => EF.Parameter(members).Contains(a.MemberId)).ExecuteDeleteAsync(ct);
            await db.Members.Where(m => EF.Parameter(members).Contains(m.Id)).ExecuteDeleteAsync(ct);
            await transaction.CommitAsync(ct);
        }
    }
}
