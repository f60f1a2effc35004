using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// Proves the ledger from its rows (R1): what was issued is what remains, was redeemed, expired or reversed, in all and on
/// each account; each lot has lost what its allocations say; each debit is allocated in full; each hold stands on its lots.
/// </summary>
public sealed class LedgerProof(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const int Shown = 100;

    // Kinds as stored: 1 accrual, 2 opening, 3 correction up, 4 redemption, 5 restore, 6 reversal, 7 debt repayment, 8 expiry, 9 correction down;
    // 10 accrual, 11 opening, 12 expiry and 13 reversal undone; 14 reward.
    private const string Accounts =
        """
        SELECT "AccountId" AS "Value" FROM (
            SELECT "AccountId", CASE WHEN "Kind" IN (1, 2, 3, 5, 12, 13, 14) THEN "Points" ELSE -"Points" END AS "Parts" FROM "LedgerEntries"
            UNION ALL SELECT "AccountId", -"Remaining" FROM "Lots") AS "Rows"
        GROUP BY "AccountId" HAVING SUM("Parts") <> 0
        """;

    private const string Lots =
        """
        SELECT l."AccountId" AS "Value" FROM (
            SELECT "Id" AS "LotId", "Amount" - "Remaining" AS "Parts" FROM "Lots"
            UNION ALL SELECT a."LotId", CASE WHEN e."Kind" IN (5, 12, 13) THEN a."Points" ELSE -a."Points" END
                FROM "Allocations" AS a JOIN "LedgerEntries" AS e ON e."Id" = a."EntryId") AS "Rows"
        JOIN "Lots" AS l ON l."Id" = "Rows"."LotId"
        GROUP BY l."Id", l."AccountId" HAVING SUM("Parts") <> 0
        """;

    private const string Debits =
        """
        SELECT "AccountId" AS "Value" FROM (
            SELECT "Id" AS "EntryId", "AccountId", "Points" AS "Parts" FROM "LedgerEntries" WHERE "Kind" NOT IN (1, 2, 3, 14)
            UNION ALL SELECT a."EntryId", e."AccountId", -a."Points" FROM "Allocations" AS a JOIN "LedgerEntries" AS e ON e."Id" = a."EntryId") AS "Rows"
        GROUP BY "EntryId", "AccountId" HAVING SUM("Parts") <> 0
        """;

    private const string Holds =
        """
        SELECT l."AccountId" AS "Value" FROM (
            SELECT "Id" AS "LotId", "Held" AS "Parts" FROM "Lots" WHERE "Held" > 0
            UNION ALL SELECT hl."LotId", -hl."Points" FROM "HoldLots" AS hl JOIN "Holds" AS h ON h."Id" = hl."HoldId" WHERE h."Status" = 0) AS "Rows"
        JOIN "Lots" AS l ON l."Id" = "Rows"."LotId"
        GROUP BY l."Id", l."AccountId" HAVING SUM("Parts") <> 0
        """;

    /// <summary>What the proof found.</summary>
    /// <param name="Accounts">How many accounts there are.</param>
    /// <param name="Totals">The ledger added up.</param>
    /// <param name="Debt">What members owe, which stands apart.</param>
    /// <param name="PointDecimals">How many decimals a point has.</param>
    /// <param name="Unbalanced">Accounts on which something does not add up, the first hundred.</param>
    /// <param name="CheckedAt">When.</param>
    public sealed record Result(
        long Accounts, LedgerTotals Totals, long Debt, int PointDecimals, IReadOnlyList<long> Unbalanced, DateTime CheckedAt)
    {
        public bool Balanced => Totals.Balanced && Unbalanced.Count == 0;
    }

    public async Task<Result> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.LedgerProofView);
        var result = await CheckAsync(ct);

        // A database without a common state for readers may show a posting half: what is really wrong is so twice.
        return result.Balanced ? result : await CheckAsync(ct);
    }

    private async Task<Result> CheckAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await sql.BeginReadAsync(db, ct);
        var kinds = await db.LedgerEntries.GroupBy(e => e.Kind)
            .Select(g => new { g.Key, Points = g.Sum(e => e.Points.Value) })
            .ToDictionaryAsync(g => g.Key, g => g.Points, ct);
        long Of(EntryKind kind) => kinds.GetValueOrDefault(kind);
        var totals = new LedgerTotals(
            Of(EntryKind.Accrual) + Of(EntryKind.OpeningBalance) + Of(EntryKind.CorrectionUp) + Of(EntryKind.Reward)
                - Of(EntryKind.AccrualUndone) - Of(EntryKind.OpeningUndone),
            await db.Lots.SumAsync(l => l.Remaining.Value, ct),
            Of(EntryKind.Redemption) - Of(EntryKind.Restore),
            Of(EntryKind.Expiry) - Of(EntryKind.ExpiryUndone),
            Of(EntryKind.Reversal) + Of(EntryKind.DebtRepayment) + Of(EntryKind.CorrectionDown) - Of(EntryKind.ReversalUndone));
        var unbalanced = new SortedSet<long>();
        foreach (var check in new[] { Accounts, Lots, Debits, Holds })
        {
            unbalanced.UnionWith(await db.Database.SqlQueryRaw<long>(check).OrderBy(account => account).Take(Shown).ToListAsync(ct));
        }

        return new Result(
            await db.Accounts.LongCountAsync(ct),
            totals,
            await db.Accounts.SumAsync(a => a.Debt.Value, ct),
            await db.Programs.OrderBy(p => p.Id).Select(p => p.PointDecimals).FirstAsync(ct),
            [.. unbalanced.Take(Shown)],
            clock.UtcNow);
    }
}
