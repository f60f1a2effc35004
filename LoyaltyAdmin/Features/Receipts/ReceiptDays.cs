using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// How many sales and returns each day of a period has: sales from the daily rollup, returns from their index of days. So
/// a list of millions knows its totals, and in which days a page of it lies, without looking at a receipt.
/// </summary>
internal sealed class ReceiptDays
{
    private readonly List<(DateOnly Day, int Rows)> days;

    private ReceiptDays(ReceiptTotals totals, List<(DateOnly Day, int Rows)> days) => (Totals, this.days) = (totals, days);

    public ReceiptTotals Totals { get; }

    /// <summary>The days that have any, from the first to the last.</summary>
    public IEnumerable<DateOnly> Days => days.Select(d => d.Day);

    public static async Task<ReceiptDays> OfAsync(LoyaltyDbContext db, SqlProvider sql, ReceiptFilter filter, CancellationToken ct)
    {
        var rows = new SortedDictionary<DateOnly, int>();
        var (sales, paid, refunded) = (0, 0L, 0L);
        foreach (var day in await RollupAsync(db, filter, ct))
        {
            var (receipts, net, refunds) = filter.HasMember switch
            {
                true => (day.MemberReceipts, day.MemberNet, day.MemberRefunds),
                false => (day.Receipts - day.MemberReceipts, day.Net - day.MemberNet, day.Refunds - day.MemberRefunds),
                null => (day.Receipts, day.Net, day.Refunds),
            };
            refunded += filter.Kind == ReceiptKind.Sale ? 0 : refunds;
            if (filter.Kind != ReceiptKind.Return && receipts > 0)
            {
                (sales, paid) = (sales + receipts, paid + net);
                rows[day.Day] = receipts;
            }
        }

        var returns = await new ReceiptScope(db, sql, filter).Returns().GroupBy(r => r.Day).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        returns.ForEach(r => rows[r.Key] = rows.GetValueOrDefault(r.Key) + r.Count);
        var totals = new ReceiptTotals(sales, returns.Sum(r => r.Count), paid, refunded);
        return new ReceiptDays(totals, [.. rows.Select(r => (r.Key, r.Value))]);
    }

    /// <summary>The days in which a page lies, and how many rows of the first of them come before it; null past the end.</summary>
    public (DateOnly From, DateOnly To, int Before)? Around(int skip, int take, bool ascending)
    {
        (DateOnly First, int Before)? start = null;
        var passed = 0;
        var last = default(DateOnly);
        foreach (var (day, rows) in ascending ? days : Enumerable.Reverse(days))
        {
            last = day;
            start ??= passed + rows > skip ? (day, skip - passed) : null;
            passed += rows;
            if (passed >= skip + take)
            {
                break;
            }
        }

        return start is not { } found ? null : ascending ? (found.First, last, found.Before) : (last, found.First, found.Before);
    }

    private static Task<List<DayRollup>> RollupAsync(LoyaltyDbContext db, ReceiptFilter filter, CancellationToken ct)
    {
        var rollup = db.DailySales.AsNoTracking();
        if (filter.From is { } from)
        {
            rollup = rollup.Where(d => d.Day >= from);
        }

        if (filter.To is { } to)
        {
            rollup = rollup.Where(d => d.Day <= to);
        }

        if (filter.Store is { } store)
        {
            rollup = rollup.Where(d => d.Store == store);
        }

        return rollup.GroupBy(d => d.Day)
            .Select(g => new DayRollup(
                g.Key,
                g.Sum(d => d.Receipts),
                g.Sum(d => d.MemberReceipts),
                g.Sum(d => d.Net),
                g.Sum(d => d.MemberNet),
                g.Sum(d => d.Refunds),
                g.Sum(d => d.MemberRefunds)))
            .ToListAsync(ct);
    }

    private sealed record DayRollup(DateOnly Day, int Receipts, int MemberReceipts, long Net, long MemberNet, long Refunds, long MemberRefunds);
}
