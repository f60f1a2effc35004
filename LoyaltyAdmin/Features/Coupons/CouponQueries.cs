using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Series of coupons, and the codes of one.</summary>
public sealed class CouponQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All series, the latest first: a shop makes some dozens a year.</summary>
    public Task<IReadOnlyList<CouponSeriesRow>> SeriesAsync(Actor actor, CancellationToken ct) => SeriesAsync(actor, null, ct);

    /// <summary>Null where there is no such series.</summary>
    public async Task<CouponSeriesRow?> FindAsync(Actor actor, long id, CancellationToken ct) => await SeriesAsync(actor, id, ct) is [var row] ? row : null;

    /// <summary>A page of the codes of a series.</summary>
    public async Task<Page<CouponRow>> ListAsync(Actor actor, CouponSeries series, CouponFilter filter, CouponSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Find(db, series, filter, clock.UtcNow);
        var rows = await Rows(db, Sorted(found, sort, descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        return new Page<CouponRow>([.. rows.Select(r => Told(r, series, calendar))], await found.CountAsync(ct));
    }

    /// <summary>All codes that the filter finds, read as they are written.</summary>
    public async IAsyncEnumerable<CouponRow> StreamAsync(
        Actor actor, CouponSeries series, CouponFilter filter, CouponSort sort, bool descending, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        await using var db = await databases.CreateDbContextAsync(ct);
        await foreach (var row in Rows(db, Sorted(Find(db, series, filter, clock.UtcNow), sort, descending)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Told(row, series, calendar);
        }
    }

    private async Task<IReadOnlyList<CouponSeriesRow>> SeriesAsync(Actor actor, long? id, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var series = await db.CouponSeries.AsNoTracking().Where(s => id == null || s.Id == id).OrderByDescending(s => s.Id).ToListAsync(ct);
        var over = await db.Coupons.Where(c => (id == null || c.SeriesId == id) && (c.State == CouponState.Used || c.State == CouponState.Void))
            .GroupBy(c => new { c.SeriesId, c.State }).Select(g => new { g.Key.SeriesId, g.Key.State, Count = g.LongCount() }).ToListAsync(ct);
        var shared = series.Where(s => s.Kind == CouponKind.Shared).Select(s => s.Id).ToArray();
        var words = await db.Coupons.Where(c => EF.Parameter(shared).Contains(c.SeriesId)).Select(c => new { c.SeriesId, c.Code }).ToDictionaryAsync(c => c.SeriesId, c => c.Code, ct);
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        return
        [
            .. series.Select(s => new CouponSeriesRow(
                s,
                over.Where(o => o.SeriesId == s.Id && o.State == CouponState.Used).Sum(o => o.Count),
                over.Where(o => o.SeriesId == s.Id && o.State == CouponState.Void).Sum(o => o.Count),
                words.GetValueOrDefault(s.Id),
                calendar.DayOf(s.ValidFrom),
                s.ValidUntil >= ProgramCalendar.Never ? null : calendar.DayOf(s.ValidUntil.AddTicks(-1)),
                s.IsStopped || s.ValidUntil <= now)),
        ];
    }

    private CouponRow Told(CouponRow row, CouponSeries series, ProgramCalendar calendar) => row with
    {
        State = row.State is CouponState.Issued or CouponState.Reserved && (row.ExpiresAt <= clock.UtcNow || series.ValidUntil <= clock.UtcNow) ? CouponState.Expired : row.State,
        LastDay = row.ExpiresAt >= ProgramCalendar.Never ? null : calendar.DayOf(row.ExpiresAt.AddTicks(-1)),
    };

    private static IQueryable<Coupon> Sorted(IQueryable<Coupon> coupons, CouponSort sort, bool descending) => (sort, descending) switch
    {
        (CouponSort.Uses, true) => coupons.OrderByDescending(c => c.Uses).ThenByDescending(c => c.Id),
        (CouponSort.Uses, false) => coupons.OrderBy(c => c.Uses).ThenBy(c => c.Id),
        (_, true) => coupons.OrderByDescending(c => c.Id),
        _ => coupons.OrderBy(c => c.Id),
    };

    private IQueryable<Coupon> Find(LoyaltyDbContext db, CouponSeries series, CouponFilter filter, DateTime now)
    {
        var (id, isOver) = (series.Id, series.ValidUntil <= now);
        var coupons = db.Coupons.AsNoTracking().Where(c => c.SeriesId == id);
        if (filter.Search is { } search)
        {
            coupons = coupons.WhereBegins(sql, c => c.Key, CodeText.Fold(search));
        }

        return filter.State switch
        {
            null => coupons,
            CouponState.Expired => coupons.Where(c => (c.State == CouponState.Issued || c.State == CouponState.Reserved) && (isOver || c.ExpiresAt <= now)),
            CouponState.Issued or CouponState.Reserved => coupons.Where(c => c.State == filter.State && !isOver && c.ExpiresAt > now),
            { } state => coupons.Where(c => c.State == state),
        };
    }

    private static IQueryable<CouponRow> Rows(LoyaltyDbContext db, IQueryable<Coupon> coupons) => coupons.Select(c => new CouponRow
    {
        Id = c.Id,
        Code = c.Code,
        State = c.State,
        Uses = c.Uses,
        MemberId = c.MemberId,
        Member = db.Members.Where(m => m.Id == c.MemberId).Select(m => m.LastName ?? m.ExternalId).FirstOrDefault(),
        IssuedAt = c.IssuedAt,
        ExpiresAt = c.ExpiresAt,
        VoidedFor = c.VoidedFor,
    });
}
