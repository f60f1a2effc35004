using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Joining;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Figures of sales and of members who came, from the daily rollup and indexed counts: at once on millions of receipts.</summary>
public sealed class KpiSales(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>The days that have sales or refunds within a period.</summary>
    public async Task<DaySeries<SalesTotals>> ByDayAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var days = await db.DailySales
            .Where(d => d.Day >= period.From && d.Day < period.To)
            .GroupBy(d => d.Day)
            .OrderBy(g => g.Key)
            .Select(g => new
            {
                g.Key,
                Receipts = g.Sum(d => (long)d.Receipts),
                MemberReceipts = g.Sum(d => (long)d.MemberReceipts),
                Gross = g.Sum(d => d.Gross),
                Discount = g.Sum(d => d.Discount),
                Redeemed = g.Sum(d => d.Redeemed),
                Net = g.Sum(d => d.Net),
                MemberNet = g.Sum(d => d.MemberNet),
                Refunds = g.Sum(d => d.Refunds),
                MemberRefunds = g.Sum(d => d.MemberRefunds),
                Units = g.Sum(d => d.Units),
            })
            .ToListAsync(ct);
        return new DaySeries<SalesTotals>([.. days.Select(d => (d.Key, new SalesTotals(
            d.Receipts, d.MemberReceipts, d.Gross, d.Discount, d.Redeemed, d.Net, d.MemberNet, d.Refunds, d.MemberRefunds, d.Units)))]);
    }

    /// <summary>Members by the day of their first receipt.</summary>
    public async Task<DaySeries<long>> NewBuyersByDayAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var days = await db.Accounts
            .Where(a => a.FirstReceiptOn >= period.From && a.FirstReceiptOn < period.To)
            .GroupBy(a => a.FirstReceiptOn!.Value)
            .OrderBy(g => g.Key)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToListAsync(ct);
        return new DaySeries<long>([.. days.Select(d => (d.Key, d.Count))]);
    }

    /// <summary>Members by the day of joining.</summary>
    public async Task<DaySeries<long>> NewMembersByDayAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var days = await db.Members
            .Where(m => m.JoinedOn >= period.From && m.JoinedOn < period.To)
            .GroupBy(m => m.JoinedOn)
            .OrderBy(g => g.Key)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToListAsync(ct);

        // Who was merged into another is no second member; they are few, so that the days themselves are read from their index.
        var merged = await db.Members
            .Where(m => m.MergedIntoId != null && m.JoinedOn >= period.From && m.JoinedOn < period.To)
            .GroupBy(m => m.JoinedOn)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return new DaySeries<long>([.. days.Select(d => (d.Key, d.Count - merged.GetValueOrDefault(d.Key)))]);
    }

    /// <summary>Net revenue of members from the beginning to a day (exclusive) by buyer, in units of currency.</summary>
    public async Task<decimal?> LtvHistoricalAsync(DateOnly to, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var revenue = await db.DailySales.Where(d => d.Day < to).SumAsync(d => d.MemberNet - d.MemberRefunds, ct);
        var buyers = await db.Accounts.LongCountAsync(a => a.FirstReceiptOn < to, ct);
        return Ratio.Of(revenue / 100m, buyers);
    }

    /// <summary>Spend entered to win members in a period, in units of currency; null where none was entered.</summary>
    public async Task<decimal?> AcquisitionSpentAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await AcquisitionSpend.OfAsync(db, period.From, period.To, ct);
    }

    /// <summary>The days from the first sale or refund to the day after the last; null where there is none.</summary>
    public async Task<KpiPeriod?> DataAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var first = await db.DailySales.MinAsync(d => (DateOnly?)d.Day, ct);
        var last = await db.DailySales.MaxAsync(d => (DateOnly?)d.Day, ct);
        return first is { } from && last is { } until ? new KpiPeriod(from, until.AddDays(1)) : null;
    }
}
