using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>How many rows of a rollup, or accounts, say something else than the raw rows.</summary>
public sealed record RollupDifference(string Table, long Rows);

/// <summary>Compares the rollups and the statistics of accounts with what follows from the raw rows.</summary>
public sealed class CheckRollups(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const string Accounts = $"""
        SELECT CAST(COUNT(*) AS bigint) AS "Value"
        FROM "Accounts" LEFT JOIN ({RollupSql.Statistics}) s ON s."MemberId" = "Accounts"."MemberId"
        WHERE {RollupSql.StatisticsDiffer}
        """;

    /// <summary>What differs; nothing when all is well.</summary>
    public async Task<IReadOnlyList<RollupDifference>> ExecuteAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Database.SetCommandTimeout(TimeSpan.FromHours(1));

        // One state for all tables, or a receipt posted in between would look like a difference.
        await using var snapshot = await sql.BeginReadAsync(db, ct);
        var differences = new List<RollupDifference>();
        foreach (var table in RollupTable.All)
        {
            differences.Add(new RollupDifference(table.Name, await CountAsync(db, Compare(table), ct)));
        }

        differences.Add(new RollupDifference(nameof(LoyaltyDbContext.Accounts), await CountAsync(db, Accounts, ct)));
        return [.. differences.Where(d => d.Rows > 0)];
    }

    /// <summary>Stored less computed must be nothing for each key; a row of nothing is as good as none.</summary>
    private string Compare(RollupTable table)
    {
        var keys = string.Join(", ", table.Keys.Select(k => $"\"{k}\""));
        var negative = string.Join(", ", table.Figures.Select(f => $"-\"{f}\""));
        var differs = string.Join(" OR ", table.Figures.Select(f => $"SUM(\"{f}\") <> 0"));
        return $"""
            SELECT CAST(COUNT(*) AS bigint) AS "Value" FROM (
                SELECT {keys} FROM (
                    SELECT {table.Columns} FROM "{table.Name}"
                    UNION ALL
                    SELECT {keys}, {negative} FROM ({table.Recompute(sql)}) computed
                ) compared
                GROUP BY {keys} HAVING {differs}
            ) differing
            """;
    }

    private static async Task<long> CountAsync(LoyaltyDbContext db, string text, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<long>(text).ToListAsync(ct))[0];
}
