using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>One table of rollups: how it is added to, and the statement that computes all of it from the raw rows.</summary>
internal sealed class RollupTable
{
    private readonly SummingTable table;

    private RollupTable(string name, string[] keys, string[] figures, Func<SqlProvider, string> recompute) =>
        (table, Recompute) = (new SummingTable(name, keys, figures), recompute);

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

    public string Name => table.Name;

    public IReadOnlyList<string> Keys => table.Keys;

    public IReadOnlyList<string> Figures => table.Figures;

    /// <summary>The select that gives the whole table from the raw rows, its columns named and in the table's order.</summary>
    public Func<SqlProvider, string> Recompute { get; }

    /// <summary>All columns, quoted, keys first.</summary>
    public string Columns => table.Columns;

    /// <summary>Adds figures to the rows of their keys and begins the rows that are not there yet.</summary>
    public Task AddAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<object?[]> rows, CancellationToken ct) => table.AddAsync(db, sql, rows, ct);
}
