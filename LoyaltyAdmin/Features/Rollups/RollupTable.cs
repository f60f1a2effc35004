using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>One table of rollups: how it is added to, and the statement that computes all of it from the raw rows.</summary>
internal sealed class RollupTable
{
    private readonly string add;
    private readonly string insert;

    private RollupTable(string name, string[] keys, string[] figures, Func<SqlProvider, string> recompute)
    {
        Name = name;
        Keys = keys;
        Figures = figures;
        Recompute = recompute;
        var where = string.Join(" AND ", keys.Select((key, i) => $"\"{key}\" = @p{i}"));
        var sums = string.Join(", ", figures.Select((figure, i) => $"\"{figure}\" = \"{figure}\" + @p{keys.Length + i}"));
        var values = string.Join(", ", Enumerable.Range(0, keys.Length + figures.Length).Select(i => $"@p{i}"));
        add = $"UPDATE \"{name}\" SET {sums} WHERE {where}";
        insert = $"INSERT INTO \"{name}\" ({Columns}) SELECT {values} WHERE NOT EXISTS (SELECT 1 FROM \"{name}\" WHERE {where})";
    }

    public static RollupTable Sales { get; } = new(
        nameof(LoyaltyDbContext.DailySales),
        [nameof(DailySales.Day), nameof(DailySales.Store)],
        [
            nameof(DailySales.Receipts), nameof(DailySales.MemberReceipts), nameof(DailySales.Gross), nameof(DailySales.Discount),
            nameof(DailySales.Redeemed), nameof(DailySales.Net), nameof(DailySales.MemberNet), nameof(DailySales.Refunds),
            nameof(DailySales.MemberRefunds), nameof(DailySales.Units),
        ],
        RollupSql.Sales);

    public static RollupTable Points { get; } = new(
        nameof(LoyaltyDbContext.DailyPoints),
        [nameof(DailyPoints.Day), nameof(DailyPoints.Kind), nameof(DailyPoints.Block)],
        [nameof(DailyPoints.Points)],
        RollupSql.Points);

    public static RollupTable Cohorts { get; } = new(
        nameof(LoyaltyDbContext.CohortMonths),
        [nameof(CohortMonth.Cohort), nameof(CohortMonth.Month)],
        [nameof(CohortMonth.Active), nameof(CohortMonth.Receipts), nameof(CohortMonth.Revenue)],
        RollupSql.Cohorts);

    public static IReadOnlyList<RollupTable> All { get; } = [Sales, Points, Cohorts];

    public string Name { get; }

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<string> Figures { get; }

    /// <summary>The select that gives the whole table from the raw rows, its columns named and in the table's order.</summary>
    public Func<SqlProvider, string> Recompute { get; }

    /// <summary>All columns, quoted, keys first.</summary>
    public string Columns => string.Join(", ", Keys.Concat(Figures).Select(c => $"\"{c}\""));

    /// <summary>Adds figures to the rows of their keys and begins the rows that are not there yet.</summary>
    public async Task AddAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<object?[]> rows, CancellationToken ct)
    {
        var missing = await RunAsync(db, sql, add, [.. rows], ct);

        // Keys that the database takes for equal (a store in other letters) come here twice: the second finds the row of the first.
        var equal = await RunAsync(db, sql, insert, missing, ct);
        await RunAsync(db, sql, add, equal, ct);
    }

    private static async Task<List<object?[]>> RunAsync(LoyaltyDbContext db, SqlProvider sql, string text, List<object?[]> rows, CancellationToken ct)
    {
        var touched = await sql.ExecuteManyAsync(db, text, rows, ct);
        return [.. rows.Where((_, i) => touched[i] == 0)];
    }
}
