using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>Measures the shop's figures that decide whether a scheme pays (R15): from rollups, and from the latest receipts only.</summary>
public sealed class MeasureShop(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Year = 365;
    private const int LeastDays = 60;
    private const int LatestReceipts = 20_000;

    /// <summary>Goods of known margin must make this part of the sales for their margin to stand for all.</summary>
    private const decimal LeastKnown = 0.5m;

    public async Task<ShopFigures> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var timeline = await timelines.GetAsync(ct);
        var now = clock.UtcNow;
        var today = timeline.CalendarAt(now).DayOf(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        var program = await db.Programs.AsNoTracking().SingleAsync(p => p.Id == timeline.Program.Id, ct);
        var figures = new ShopFigures
        {
            Margin = await MarginAsync(db, ct),
            AssumedMargin = Share(program.AssumedMargin),
            AssumedRedeemed = Share(program.AssumedRedemption),
        };
        figures = await SalesAsync(db, figures, today, ct);
        return SettledPoints.Until(timeline.InForceAt(now).Conditions.Expiry, today) is { } until
            ? await RedeemedAsync(db, figures, until, today, ct)
            : figures;
    }

    private static async Task<ShopFigures> SalesAsync(LoyaltyDbContext db, ShopFigures figures, DateOnly today, CancellationToken ct)
    {
        // Today is not over, and so no day of a year.
        var year = db.DailySales.Where(d => d.Day >= today.AddDays(-Year) && d.Day < today && d.MemberReceipts > 0);
        var total = await year.GroupBy(_ => 1).Select(g => new
        {
            First = g.Min(d => d.Day),
            Net = g.Sum(d => d.MemberNet),
            Refunds = g.Sum(d => d.MemberRefunds),
            Receipts = g.Sum(d => (long)d.MemberReceipts),
        }).SingleOrDefaultAsync(ct);
        if (total is null || today.DayNumber - total.First.DayNumber is var days && days < LeastDays)
        {
            return figures;
        }

        // A shop whose first sale is a few days short of a year old has its year.
        var isWhole = days >= Year - 14;
        return figures with
        {
            YearlySales = (total.Net - total.Refunds) / 100m * (isWhole ? 1m : Year / (decimal)days),
            IsReckoned = !isWhole,
            AverageCheck = (total.Net - total.Refunds) / 100m / total.Receipts,
        };
    }

    private static async Task<ShopFigures> RedeemedAsync(
        LoyaltyDbContext db, ShopFigures figures, DateOnly until, DateOnly today, CancellationToken ct)
    {
        if (await db.DailyPoints.MinAsync(p => (DateOnly?)p.Day, ct) is not { } first)
        {
            return figures;
        }

        var from = first > until.AddDays(-Year) ? first : until.AddDays(-Year);
        if (until.DayNumber - from.DayNumber < LeastDays)
        {
            return figures;
        }

        var life = today.DayNumber - until.DayNumber;
        var issued = await SumAsync(db, from, until, [EntryKind.Accrual, EntryKind.OpeningBalance, EntryKind.CorrectionUp, EntryKind.Reward], ct)
            - await SumAsync(db, from, until, [EntryKind.AccrualUndone, EntryKind.OpeningUndone], ct);
        var reversed = await SumAsync(db, from, until, [EntryKind.Reversal, EntryKind.DebtRepayment, EntryKind.CorrectionDown], ct)
            - await SumAsync(db, from, until, [EntryKind.ReversalUndone], ct);
        var expired = await SumAsync(db, from.AddDays(life), until.AddDays(life), [EntryKind.Expiry], ct)
            - await SumAsync(db, from.AddDays(life), until.AddDays(life), [EntryKind.ExpiryUndone], ct);
        return figures with { Redeemed = AsShown(SettledPoints.RedeemedShare(issued, reversed, expired)), Settled = (from, until.AddDays(-1)) };
    }

    private static Task<long> SumAsync(LoyaltyDbContext db, DateOnly from, DateOnly to, EntryKind[] kinds, CancellationToken ct) =>
        db.DailyPoints.Where(p => p.Day >= from && p.Day < to && kinds.Contains(p.Kind)).SumAsync(p => p.Points, ct);

    private static async Task<decimal?> MarginAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        if (!await db.Goods.AnyAsync(g => g.Margin != null, ct))
        {
            return null;
        }

        var latest = db.Receipts.Where(r => r.PartnerId == null).OrderByDescending(r => r.Id).Take(LatestReceipts).Select(r => r.Id);
        var sold = await (
            from line in db.ReceiptLines
            where latest.Contains(line.ReceiptId)
            join good in db.Goods on line.Sku equals good.Sku into goods
            from good in goods.DefaultIfEmpty()
            group line by good.Margin into margin
            select new
            {
                Margin = margin.Key,
                Gross = margin.Sum(l => l.Gross.Minor),
                Discount = margin.Sum(l => l.Discount.Minor),
                Redeemed = margin.Sum(l => l.Redeemed.Minor),
            }).ToListAsync(ct);
        var known = sold.Where(s => s.Margin is not null).ToList();
        decimal all = sold.Sum(s => s.Gross - s.Discount - s.Redeemed);
        decimal sales = known.Sum(s => s.Gross - s.Discount - s.Redeemed);

        // The margin is that of the price on the shelf: a discount comes out of it, points are a cost of their own.
        decimal cost = known.Sum(s => s.Gross * (1m - Share(s.Margin)!.Value));
        decimal taken = known.Sum(s => s.Gross - s.Discount);
        return all <= 0 || sales / all < LeastKnown || taken <= 0 ? null : AsShown(decimal.Max(0m, (taken - cost) / taken));
    }

    /// <summary>To a tenth of a percent, as it is shown: whoever types the figure that they see means the same.</summary>
    private static decimal? AsShown(decimal? share) => share is { } value ? decimal.Round(value, 3) : null;

    private static decimal? Share(int? hundredthsOfPercent) => hundredthsOfPercent / (decimal?)Good.WholeMargin;
}
