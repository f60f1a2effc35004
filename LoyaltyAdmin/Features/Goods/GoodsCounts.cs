using System.Diagnostics;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>
/// What each good or category sold in a period, counted from the period's receipts by the index of days. A count that takes
/// long is shared by all who ask for it meanwhile and for some time after, so that search, order and pages need no other.
/// </summary>
public sealed class GoodsCounts(IDbContextFactory<LoyaltyDbContext> databases, KpiMembers members)
{
    private const int MostKept = 4;

    /// <summary>A count may be so many times as old as it took.</summary>
    private const int Patience = 20;

    /// <summary>What takes less is counted anew each time.</summary>
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(250);

    private readonly Lock gate = new();
    private readonly List<Count> kept = [];

    /// <summary>All goods known, those without sales too, or the categories with sales; in no order.</summary>
    public Task<IReadOnlyList<GoodsRow>> GetAsync(KpiPeriod period, GoodsBy by, CancellationToken ct)
    {
        lock (gate)
        {
            kept.RemoveAll(c => c.IsOver);
            if (kept.Find(c => c.Period == period && c.By == by) is not { } count)
            {
                count = new Count(period, by);
                count.Run = Task.Run(() => CountAsync(count), CancellationToken.None);
                kept.Add(count);
                kept.RemoveRange(0, Math.Max(0, kept.Count - MostKept));
            }

            return count.Run.WaitAsync(ct);
        }
    }

    private async Task<IReadOnlyList<GoodsRow>> CountAsync(Count count)
    {
        await using var db = await databases.CreateDbContextAsync();
        var sold = await db.Database
            .SqlQueryRaw<SoldGood>(count.By == GoodsBy.Sku ? BySku : ByCategory, count.Period.From, count.Period.To)
            .ToListAsync();
        decimal buyers = await members.ActiveAsync(count.Period, CancellationToken.None);
        List<GoodsRow> rows = [.. sold.Select(good => new GoodsRow
        {
            Key = good.Key,
            Name = good.Name,
            Category = good.Category,
            Goods = good.Goods,
            Units = good.Units,
            Revenue = good.Revenue,
            Receipts = good.Receipts,
            Members = good.Members,
            Share = buyers == 0 ? null : good.Members / buyers,
        })];
        if (count.By == GoodsBy.Sku)
        {
            var known = rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
            rows.AddRange((await db.Goods.AsNoTracking().ToListAsync())
                .Where(good => !known.Contains(good.Sku))
                .Select(good => new GoodsRow
                {
                    Key = good.Sku,
                    Name = good.Name == good.Sku ? null : good.Name,
                    Category = good.Category,
                    Share = buyers == 0 ? null : 0,
                }));
        }

        count.End();
        return rows;
    }

    /// <summary>A good that nobody named goes by its SKU, which is no name; what the catalogue says goes before what lines say.</summary>
    private const string BySku = """
        SELECT s."Key", COALESCE(CASE WHEN g."Name" <> g."Sku" THEN g."Name" END, s."Name") AS "Name", COALESCE(g."Category", s."Category") AS "Category",
            CAST(1 AS bigint) AS "Goods", s."Units", s."Revenue", s."Receipts", s."Members"
        FROM (
            SELECT l."Sku" AS "Key", MAX(l."Name") AS "Name", MAX(l."Category") AS "Category",
                CAST(SUM(l."Quantity" - l."ReturnedQuantity") AS bigint) AS "Units",
                CAST(SUM(l."Gross" - l."Discount" - l."Redeemed" - l."Refunded") AS bigint) AS "Revenue",
                CAST(COUNT(DISTINCT l."ReceiptId") AS bigint) AS "Receipts", CAST(COUNT(DISTINCT r."MemberId") AS bigint) AS "Members"
            FROM "Receipts" r JOIN "ReceiptLines" l ON l."ReceiptId" = r."Id"
            WHERE r."Day" >= @p0 AND r."Day" < @p1 AND r."PartnerId" IS NULL
            GROUP BY l."Sku"
        ) s LEFT JOIN "Goods" g ON g."Sku" = s."Key"
        """;

    private const string ByCategory = """
        SELECT s."Key", CAST(NULL AS varchar(1)) AS "Name", CAST(NULL AS varchar(1)) AS "Category",
            CAST(COUNT(DISTINCT s."Sku") AS bigint) AS "Goods", CAST(SUM(s."Units") AS bigint) AS "Units", CAST(SUM(s."Revenue") AS bigint) AS "Revenue",
            CAST(COUNT(DISTINCT s."ReceiptId") AS bigint) AS "Receipts", CAST(COUNT(DISTINCT s."MemberId") AS bigint) AS "Members"
        FROM (
            SELECT COALESCE(g."Category", l."Category", '') AS "Key", l."Sku", l."ReceiptId", r."MemberId",
                l."Quantity" - l."ReturnedQuantity" AS "Units", l."Gross" - l."Discount" - l."Redeemed" - l."Refunded" AS "Revenue"
            FROM "Receipts" r JOIN "ReceiptLines" l ON l."ReceiptId" = r."Id" LEFT JOIN "Goods" g ON g."Sku" = l."Sku"
            WHERE r."Day" >= @p0 AND r."Day" < @p1 AND r."PartnerId" IS NULL
        ) s
        GROUP BY s."Key"
        """;

    private sealed record SoldGood(string Key, string? Name, string? Category, long Goods, long Units, long Revenue, long Receipts, long Members);

    private sealed class Count(KpiPeriod period, GoodsBy by)
    {
        private readonly long startedAt = Stopwatch.GetTimestamp();
        private TimeSpan? took;

        public KpiPeriod Period => period;

        public GoodsBy By => by;

        public Task<IReadOnlyList<GoodsRow>> Run { get; set; } = null!;

        public bool IsOver => Run.IsFaulted || (took is { } time && (time < Quick || Stopwatch.GetElapsedTime(startedAt) > time * (Patience + 1)));

        public void End() => took = Stopwatch.GetElapsedTime(startedAt);
    }
}
