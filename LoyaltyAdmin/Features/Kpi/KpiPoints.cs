using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>
/// Figures of points by business date. Lots whose time is over count as expired on their day even before the nightly run
/// writes it down.
/// </summary>
public sealed class KpiPoints(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>The days on which points moved within a period.</summary>
    public async Task<DaySeries<PointsTotals>> ByDayAsync(KpiPeriod period, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = await db.DailyPoints
            .Where(p => p.Day >= period.From && p.Day < period.To)
            .GroupBy(p => new { p.Day, p.Kind })
            .Select(g => new { g.Key.Day, g.Key.Kind, Points = g.Sum(p => p.Points) })
            .ToListAsync(ct);
        var due = await DueAsync(db, ct);
        return new DaySeries<PointsTotals>([.. entries
            .Select(e => (e.Day, Totals: PointsTotals.Of(e.Kind, e.Points)))
            .Concat(due.Where(d => d.Day >= period.From && d.Day < period.To).Select(d => (d.Day, Totals: new PointsTotals(0, 0, d.Points))))
            .GroupBy(e => e.Day, (day, parts) => (day, PointsTotals.Sum(parts.Select(p => p.Totals))))
            .OrderBy(d => d.day)]);
    }

    /// <summary>Active and pending points that members had at the beginning of a day, in smallest parts.</summary>
    public async Task<long> OutstandingAsync(DateOnly to, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var kinds = await db.DailyPoints
            .Where(p => p.Day < to)
            .GroupBy(p => p.Kind)
            .Select(g => new { g.Key, Points = g.Sum(p => p.Points) })
            .ToListAsync(ct);
        var due = await DueAsync(db, ct);
        return kinds.Sum(k => PointMovement.Outstanding(k.Key, k.Points)) - due.Where(d => d.Day < to).Sum(d => d.Points);
    }

    /// <summary>Decimals of a point.</summary>
    public async Task<int> DecimalsAsync(CancellationToken ct) => (await timelines.GetAsync(ct)).Program.PointDecimals;

    /// <summary>Points as people read them, from smallest parts.</summary>
    public async Task<decimal> InPointsAsync(long smallestParts, CancellationToken ct) =>
        smallestParts / (decimal)Math.Pow(10, await DecimalsAsync(ct));

    /// <summary>Face value in units of currency, by the conditions in force at the beginning of a day or now, whichever is earlier.</summary>
    public async Task<decimal> FaceValueAsync(long smallestParts, DateOnly to, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var now = clock.UtcNow;
        var at = timeline.CalendarAt(now).StartOf(to);
        var conditions = timeline.InForceAt(at < now ? at : now).Conditions;
        return await InPointsAsync(smallestParts, ct) * conditions.Redemption.PointValue;
    }

    private async Task<IReadOnlyList<(DateOnly Day, long Points)>> DueAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var due = await db.Lots
            .Where(l => l.Remaining.Value > 0 && l.ExpiresAt <= now)
            .GroupBy(l => l.ExpiresAt)
            .Select(g => new { g.Key, Points = g.Sum(l => l.Remaining.Value - l.Held.Value) })
            .ToListAsync(ct);
        var timeline = await timelines.GetAsync(ct);

        // The day of an expiry is the last day on which the points could be spent.
        return [.. due.Select(d => (timeline.CalendarAt(d.Key).DayOf(d.Key.AddMilliseconds(-1)), d.Points))];
    }
}
