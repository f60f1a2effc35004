using System.Globalization;
using LoyaltyAdmin.Data;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Customers by recency, frequency and money (R11), scored by one statement.</summary>
public sealed class KpiRfm(IDbContextFactory<LoyaltyDbContext> databases)
{
    private const int WindowMonths = 24;

    /// <summary>Fewer customers than this are told apart in thirds.</summary>
    private const int FewestForFifths = 500;

    /// <summary>
    /// The cells as of a day (exclusive). A score is 1 plus the share of customers that are strictly worse, in fifths, so
    /// that equal values score equally: a rank less one is the number of the strictly worse.
    /// </summary>
    public async Task<RfmFigures> GetAsync(DateOnly asOf, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var from = asOf.DayNumber < 800 ? DateOnly.MinValue : asOf.AddMonths(-WindowMonths);
        var rows = await db.Database.SqlQueryRaw<Cell>(
            """
            SELECT s."R", s."F", s."M", CAST(COUNT(*) AS bigint) AS "Members"
            FROM (
                SELECT CAST(1 + (w."Older" * w."Steps") / w."N" AS bigint) AS "R", CAST(1 + (w."Rarer" * w."Steps") / w."N" AS bigint) AS "F",
                    CAST(1 + (w."Poorer" * w."Steps") / w."N" AS bigint) AS "M"
                FROM (
                    SELECT RANK() OVER (ORDER BY c."LastOn") - 1 AS "Older", RANK() OVER (ORDER BY c."Receipts") - 1 AS "Rarer",
                        RANK() OVER (ORDER BY c."Revenue") - 1 AS "Poorer", COUNT(*) OVER () AS "N",
                        CASE WHEN COUNT(*) OVER () < @p2 THEN 3 ELSE 5 END AS "Steps"
                    FROM (
                        SELECT b."MemberId", b."LastOn", b."Receipts", b."Revenue" - COALESCE(g."Refunds", 0) AS "Revenue"
                        FROM (
                            SELECT "MemberId", MAX("Day") AS "LastOn", COUNT(*) AS "Receipts", SUM("Net") AS "Revenue" FROM "Receipts"
                            WHERE "Day" >= @p0 AND "Day" < @p1 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                            GROUP BY "MemberId"
                        ) b
                        LEFT JOIN (
                            SELECT "MemberId", SUM("Refund") AS "Refunds" FROM "Returns"
                            WHERE "Day" >= @p0 AND "Day" < @p1 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                            GROUP BY "MemberId"
                        ) g ON g."MemberId" = b."MemberId"
                    ) c
                ) w
            ) s
            GROUP BY s."R", s."F", s."M"
            """,
            from, asOf, FewestForFifths).ToListAsync(ct);
        return new RfmFigures(
            rows.Sum(r => r.Members),
            rows.OrderBy(r => r.R).ThenBy(r => r.F).ThenBy(r => r.M)
                .ToDictionary(r => string.Create(CultureInfo.InvariantCulture, $"{r.R}{r.F}{r.M}"), r => r.Members));
    }

    private sealed record Cell(long R, long F, long M, long Members);
}
