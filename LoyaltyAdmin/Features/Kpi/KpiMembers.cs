using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>How the members who bought in a period bought.</summary>
public sealed record BuyingHabits(long Buyers, long Receipts, long Repeaters, long Intervals, long IntervalDays)
{
    public decimal? Frequency => Ratio.Of(Receipts, Buyers);

    /// <summary>Share of buyers with two receipts or more.</summary>
    public decimal? RepeatRate => Ratio.Of(Repeaters, Buyers);

    /// <summary>Mean days from one purchase day to the next.</summary>
    public decimal? MeanInterval => Ratio.Of(IntervalDays, Intervals);
}

/// <summary>Customers lost at the end of a day (R12), each share with what it is of.</summary>
public sealed record ChurnFigures(long Customers, long Alive, long Asked, long Lost)
{
    /// <summary>Of the customers so far, the share whose last purchase is more than 90 days old.</summary>
    public decimal? Stock => Ratio.Of(Customers - Alive, Customers);

    /// <summary>Of those who bought in the 90 days before the last 90, the share who did not in the last 90.</summary>
    public decimal? Flow => Ratio.Of(Lost, Asked);
}

/// <summary>
/// Figures that ask each member: one statement each over the index of days and members, no row of which is loaded.
/// </summary>
public sealed class KpiMembers(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private static readonly DateOnly FirstDayWithChurn = DateOnly.MinValue.AddDays(3 * ChurnWindow.Silence);

    /// <summary>Members with at least one receipt in a period.</summary>
    public async Task<long> ActiveAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        // A period that reaches to the latest or back to the first receipt needs only the accounts' own dates.
        if (!await db.Accounts.AnyAsync(a => a.LastReceiptOn >= period.To, ct))
        {
            return await db.Accounts.LongCountAsync(a => a.LastReceiptOn >= period.From, ct);
        }

        return await db.Accounts.AnyAsync(a => a.FirstReceiptOn < period.From, ct)
            ? await db.Receipts.Where(r => r.Day >= period.From && r.Day < period.To && r.MemberId != null && r.PartnerId == null)
                .Select(r => r.MemberId).Distinct().LongCountAsync(ct)
            : await db.Accounts.LongCountAsync(a => a.FirstReceiptOn < period.To, ct);
    }

    /// <summary>Active members of each bucket, in its order: whole months from the rollup, others counted.</summary>
    public async Task<IReadOnlyList<long>> ActiveAsync(IReadOnlyList<KpiBucket> buckets, CancellationToken ct)
    {
        if (buckets.Count == 0)
        {
            return [];
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var (from, to) = (Month.Of(buckets[0].Period.From), buckets[^1].Period.To);
        var months = buckets[0].Step == KpiStep.Month
            ? await db.CohortMonths.Where(c => c.Month >= from && c.Month < to)
                .GroupBy(c => c.Month).Select(g => new { g.Key, Active = g.Sum(c => (long)c.Active) })
                .ToDictionaryAsync(m => m.Key, m => m.Active, ct)
            : [];
        bool InRollup(KpiBucket bucket) => bucket is { Step: KpiStep.Month, IsWhole: true };
        var counted = await CountAsync(db, [.. buckets.Where(b => !InRollup(b)).Select(b => b.Period)], ct);
        return [.. buckets.Select(b => (InRollup(b) ? months : counted).GetValueOrDefault(b.Period.From))];
    }

    /// <summary>Repeated purchases and intervals within a period.</summary>
    public async Task<BuyingHabits> HabitsAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var text = $"""
            SELECT CAST(COUNT(*) AS bigint) AS "Buyers", CAST(COALESCE(SUM(m."Receipts"), 0) AS bigint) AS "Receipts",
                CAST(COALESCE(SUM(CASE WHEN m."Receipts" > 1 THEN 1 ELSE 0 END), 0) AS bigint) AS "Repeaters",
                CAST(COALESCE(SUM(m."Days" - 1), 0) AS bigint) AS "Intervals",
                CAST(COALESCE(SUM(CASE WHEN m."Days" > 1 THEN {sql.DaysBetween("m.\"FirstOn\"", "m.\"LastOn\"")} ELSE 0 END), 0) AS bigint) AS "IntervalDays"
            FROM (
                SELECT d."MemberId", SUM(d."Receipts") AS "Receipts", COUNT(*) AS "Days", MIN(d."Day") AS "FirstOn", MAX(d."Day") AS "LastOn"
                FROM (
                    SELECT "Day", "MemberId", COUNT(*) AS "Receipts" FROM "Receipts"
                    WHERE "Day" >= @p0 AND "Day" < @p1 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                    GROUP BY "Day", "MemberId"
                ) d
                GROUP BY d."MemberId"
            ) m
            """;
        return (await db.Database.SqlQueryRaw<BuyingHabits>(text, period.From, period.To).ToListAsync(ct))[0];
    }

    /// <summary>Churn at the end of a day.</summary>
    public async Task<ChurnFigures> ChurnAsync(DateOnly lastDay, CancellationToken ct)
    {
        if (lastDay < FirstDayWithChurn)
        {
            return new ChurnFigures(0, 0, 0, 0);
        }

        var window = new ChurnWindow(lastDay);
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await db.Database.SqlQueryRaw<ChurnFigures>(
            """
            SELECT CAST((SELECT COUNT(*) FROM "Accounts" WHERE "FirstReceiptOn" < @p4) AS bigint) AS "Customers",
                CAST(COALESCE(SUM(CASE WHEN m."LastOn" >= @p2 THEN 1 ELSE 0 END), 0) AS bigint) AS "Alive",
                CAST(COALESCE(SUM(CASE WHEN m."FirstOn" < @p1 THEN 1 ELSE 0 END), 0) AS bigint) AS "Asked",
                CAST(COALESCE(SUM(CASE WHEN m."FirstOn" < @p1 AND m."LastOn" < @p3 THEN 1 ELSE 0 END), 0) AS bigint) AS "Lost"
            FROM (
                SELECT "MemberId", MIN("Day") AS "FirstOn", MAX("Day") AS "LastOn" FROM "Receipts"
                WHERE "Day" >= @p0 AND "Day" < @p4 AND "MemberId" IS NOT NULL AND "PartnerId" IS NULL
                GROUP BY "MemberId"
            ) m
            """,
            window.Before.From, window.Before.To, window.Alive.From, window.After.From, window.After.To).ToListAsync(ct))[0];
    }

    private static async Task<Dictionary<DateOnly, long>> CountAsync(LoyaltyDbContext db, KpiPeriod[] periods, CancellationToken ct)
    {
        if (periods.Length == 0)
        {
            return [];
        }

        var list = string.Join(" UNION ALL ", periods.Select((_, i) => $"SELECT @p{2 * i} AS \"FromDay\", @p{(2 * i) + 1} AS \"ToDay\""));
        var text = $"""
            SELECT p."FromDay", CAST(COUNT(DISTINCT r."MemberId") AS bigint) AS "Members"
            FROM ({list}) p JOIN "Receipts" r ON r."Day" >= p."FromDay" AND r."Day" < p."ToDay" AND r."PartnerId" IS NULL
            GROUP BY p."FromDay"
            """;
        var rows = await db.Database.SqlQueryRaw<ActiveCount>(text, [.. periods.SelectMany(p => new object[] { p.From, p.To })]).ToListAsync(ct);
        return rows.ToDictionary(r => r.FromDay, r => r.Members);
    }

    private sealed record ActiveCount(DateOnly FromDay, long Members);
}
