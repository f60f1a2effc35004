using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Writes what account ledgers have gathered, within the open transaction.</summary>
public sealed class LedgerWriter(SqlProvider sql)
{
    private const string UpdateAccount =
        """
        UPDATE "Accounts" SET "Available" = @p0, "Pending" = @p1, "Held" = @p2, "Debt" = @p3, "FirstReceiptOn" = @p4,
            "LastReceiptOn" = @p5, "Receipts" = @p6, "NetRevenueMinor" = @p7, "Version" = @p8
        WHERE "Id" = @p9 AND "Version" = @p10
        """;

    private const string UpdateLot =
        """
        UPDATE "Lots" SET "Remaining" = @p0, "Held" = @p1, "Expired" = @p2, "ActivatesAt" = @p3, "ExpiresAt" = @p4, "CountedActive" = @p5
        WHERE "Id" = @p6
        """;

    /// <summary>
    /// Writes entries, lots, allocations and accounts. Each account is written only if nobody else wrote it since it was
    /// read.
    /// </summary>
    /// <param name="db">The context with the open transaction.</param>
    /// <param name="ledgers">What to write, projected already.</param>
    /// <param name="added">Accounts that this transaction has inserted, which need no update.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>False when another one changed an account first: roll back, read again, try again.</returns>
    public async Task<bool> WriteAsync(
        LoyaltyDbContext db, IReadOnlyCollection<AccountLedger> ledgers, IReadOnlySet<long> added, CancellationToken ct)
    {
        var existing = ledgers.Where(l => !added.Contains(l.Account.Id)).OrderBy(l => l.Account.Id).ToList();
        var touched = await sql.ExecuteManyAsync(db, UpdateAccount, [.. existing.Select(l => Row(l))], ct);
        if (Array.Exists(touched, rows => rows != 1))
        {
            return false;
        }

        await sql.InsertAsync(db, [.. ledgers.SelectMany(l => l.NewEntries)], ct);
        await sql.InsertAsync(db, [.. ledgers.SelectMany(l => l.NewLots)], ct);
        await sql.InsertAsync(db, [.. ledgers.SelectMany(l => l.NewAllocations)], ct);
        await sql.ExecuteManyAsync(db, UpdateLot, [.. ledgers.SelectMany(l => l.ChangedLots).OrderBy(l => l.Id).Select(Row)], ct);
        return true;
    }

    private static object?[] Row(AccountLedger ledger)
    {
        var account = ledger.Account;
        return
        [
            account.Available.Value, account.Pending.Value, account.Held.Value, account.Debt.Value, account.FirstReceiptOn,
            account.LastReceiptOn, account.Receipts, account.NetRevenueMinor, account.Version, account.Id, ledger.ReadVersion,
        ];
    }

    private static object?[] Row(PointsLot lot) =>
        [lot.Remaining.Value, lot.Held.Value, lot.Expired.Value, lot.ActivatesAt, lot.ExpiresAt, lot.CountedActive, lot.Id];
}
