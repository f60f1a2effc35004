using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Cohorts by month of the first receipt, from the rollup of months.</summary>
public sealed class KpiCohorts(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const int FewestMonths = 12;

    /// <summary>What is worth looking at beside a period: cohorts of a year at least, for those of a month say nothing yet.</summary>
    public static KpiPeriod Around(KpiPeriod period)
    {
        var year = Month.Of(period.To.AddDays(-1)).AddMonths(1 - FewestMonths);
        return period.IsEmpty || period.From < year ? period : period with { From = year };
    }

    /// <summary>The cohorts of months with a first receipt in the period, each from month 0 through the last month before its end.</summary>
    public async Task<IReadOnlyList<CohortCurve>> GetAsync(KpiPeriod period, CancellationToken ct)
    {
        if (period.IsEmpty)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var lastMonth = Month.Of(period.To.AddDays(-1));
        var first = await FirstCohortAsync(db, period, ct);
        var cells = await db.CohortMonths.AsNoTracking()
            .Where(c => c.Cohort >= first && c.Cohort <= lastMonth && c.Month <= lastMonth)
            .ToListAsync(ct);
        if (period.To.Day > 1 && await GoesOnAsync(db, period.To, lastMonth.AddMonths(1), ct))
        {
            cells.RemoveAll(c => c.Month == lastMonth);
            cells.AddRange(await CountAsync(db, first, lastMonth, period.To, ct));
        }

        return [.. cells
            .GroupBy(c => c.Cohort)
            .OrderBy(c => c.Key)
            .Select(c => CohortCurve.Of(c.Key, c, lastMonth))
            .Where(c => c.Size > 0)];
    }

    /// <summary>A month that begins before the period counts only if someone's first receipt lies in the rest of it.</summary>
    private static async Task<DateOnly> FirstCohortAsync(LoyaltyDbContext db, KpiPeriod period, CancellationToken ct)
    {
        var month = Month.Of(period.From);
        var next = month.AddMonths(1);
        return period.From == month || await db.Accounts.AnyAsync(a => a.FirstReceiptOn >= period.From && a.FirstReceiptOn < next, ct)
            ? month
            : next;
    }

    private static async Task<bool> GoesOnAsync(LoyaltyDbContext db, DateOnly from, DateOnly to, CancellationToken ct) =>
        await db.DailySales.AnyAsync(d => d.Day >= from && d.Day < to, ct);

    /// <summary>The cells of a month of which only the days before an end count, from the raw rows.</summary>
    private Task<List<CohortMonth>> CountAsync(LoyaltyDbContext db, DateOnly first, DateOnly month, DateOnly to, CancellationToken ct)
    {
        var text = $"""
            SELECT c."Cohort", @p0 AS "Month", COUNT(DISTINCT CASE WHEN c."Sale" = 1 THEN c."MemberId" END) AS "Active",
                SUM(c."Sale") AS "Receipts", SUM(c."Revenue") AS "Revenue"
            FROM (
                SELECT {sql.MonthOf("a.\"FirstReceiptOn\"")} AS "Cohort", b."MemberId", b."Sale", b."Revenue"
                FROM (
                    SELECT "MemberId", 1 AS "Sale", "Net" AS "Revenue" FROM "Receipts" WHERE "Day" >= @p0 AND "Day" < @p1 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                    UNION ALL
                    SELECT "MemberId", 0, -"Refund" FROM "Returns" WHERE "Day" >= @p0 AND "Day" < @p1 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                ) b
                JOIN "Accounts" a ON a."MemberId" = b."MemberId"
                WHERE a."FirstReceiptOn" >= @p2 AND a."FirstReceiptOn" < @p1
            ) c
            GROUP BY c."Cohort"
            """;
        return db.CohortMonths.FromSqlRaw(text, month, to, first).AsNoTracking().ToListAsync(ct);
    }
}
