using System.Data;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>Computes all rollups and the purchase statistics of accounts anew from receipts, returns and entries, in one transaction.</summary>
public sealed class RebuildRollups(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    /// <summary>
    /// Forgets the statistics of accounts that have neither receipts nor returns. Both statements raise the version, so
    /// that a posting which read the account before does not write its old figures back.
    /// </summary>
    private const string ClearAccounts = """
        UPDATE "Accounts" SET "FirstReceiptOn" = NULL, "LastReceiptOn" = NULL, "Receipts" = 0, "NetRevenueMinor" = 0, "Version" = "Version" + 1
        WHERE ("FirstReceiptOn" IS NOT NULL OR "LastReceiptOn" IS NOT NULL OR "Receipts" <> 0 OR "NetRevenueMinor" <> 0)
            AND NOT EXISTS (SELECT 1 FROM "Receipts" r WHERE r."MemberId" = "Accounts"."MemberId" AND r."PartnerId" IS NULL)
            AND NOT EXISTS (SELECT 1 FROM "Returns" r WHERE r."MemberId" = "Accounts"."MemberId" AND r."PartnerId" IS NULL)
        """;

    private const string SetAccounts = $"""
        UPDATE "Accounts" SET "FirstReceiptOn" = s."FirstOn", "LastReceiptOn" = s."LastOn", "Receipts" = s."Receipts", "NetRevenueMinor" = s."Revenue",
            "Version" = "Version" + 1
        FROM ({RollupSql.Statistics}) s
        WHERE s."MemberId" = "Accounts"."MemberId" AND {RollupSql.StatisticsDiffer}
        """;

    /// <exception cref="UnauthorizedAccessException">The actor may not manage jobs.</exception>
    public async Task ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        await RunAsync(db, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The same within a transaction that is open already and lets nobody else write.</summary>
    internal async Task RunAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        foreach (var table in RollupTable.All)
        {
            await RunAsync(db, $"DELETE FROM \"{table.Name}\"", ct);
            await RunAsync(db, $"INSERT INTO \"{table.Name}\" ({table.Columns}) {table.Recompute(sql)}", ct);
        }

        await RunAsync(db, ClearAccounts, ct);
        await RunAsync(db, SetAccounts, ct);
    }

    private static Task<int> RunAsync(LoyaltyDbContext db, string text, CancellationToken ct) => db.Database.ExecuteSqlRawAsync(text, ct);
}
