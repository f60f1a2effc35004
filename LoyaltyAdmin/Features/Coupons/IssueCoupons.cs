using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Makes more codes of a series, for anybody or for one member.</summary>
public sealed class IssueCoupons(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, CouponCodes codes, MemberQueries members, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>A code with its series.</summary>
    public sealed record Given(Coupon Coupon, CouponSeries Series);

    /// <summary>How many codes were made: all that were asked for, or the reason for none.</summary>
    public async Task<Result<int>> MoreAsync(Actor actor, long id, int count, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (count is < 1 or > CouponSeriesPlan.MostAtOnce)
        {
            return new Rejection("Coupons.CountOutOfRange", CouponSeriesPlan.MostAtOnce) { Field = "count" };
        }

        var issued = await WriteAsync(actor, db => db.CouponSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct), id.ToString(CultureInfo.InvariantCulture), Make, ct);
        return issued.Accepted(out var made, out var rejection) ? made.Length : rejection;

        Result<Coupon[]> Make(CouponSeries series, DateTime now) =>
            CouponSeriesPlan.IsSparse(series.Length, series.Codes + count) ? codes.Make(series, count, now) : new Rejection("Coupons.TooDense", count) { Field = "count" };
    }

    /// <summary>A code of a series for one member, who alone may use it; it lives as long as the terms of the series say.</summary>
    /// <param name="actor">Who gives it.</param>
    /// <param name="seriesKey">The series.</param>
    /// <param name="member">To whom.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Given>> GiveAsync(Actor actor, string seriesKey, MemberKey member, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (await members.FindAsync(member, ct) is not { } memberId)
        {
            return new Rejection("Members.Unknown", member.Value) { Field = "member" };
        }

        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        CouponSeries? given = null;
        var issued = await WriteAsync(actor, db => db.CouponSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Key == seriesKey, ct), seriesKey, Make, ct);
        return issued.Accepted(out var made, out var rejection) ? new Given(made[0], given!) : rejection;

        Result<Coupon[]> Make(CouponSeries series, DateTime now)
        {
            given = series;
            var blank = codes.Make(series, 1, now)[0];
            return new[] { codes.Of(series, blank.Code, now, memberId, ExpiryOf(series, now, calendar)) };
        }
    }

    /// <summary>The end of a code given now: midnight after its last day; <see cref="ProgramCalendar.Never"/> for the end of the series.</summary>
    public static DateTime ExpiryOf(CouponSeries series, DateTime now, ProgramCalendar calendar) =>
        series.TermDays == 0 ? ProgramCalendar.Never : calendar.StartOf(calendar.DayOf(now).AddDays(series.TermDays));

    private async Task<Result<Coupon[]>> WriteAsync(
        Actor actor,
        Func<LoyaltyDbContext, Task<CouponSeries?>> find,
        string named,
        Func<CouponSeries, DateTime, Result<Coupon[]>> make,
        CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await find(db) is not { } series)
            {
                return CouponRejections.SeriesUnknown(named);
            }

            if (series.Kind == CouponKind.Shared)
            {
                return CouponRejections.Shared();
            }

            var now = clock.UtcNow;
            if (!make(series, now).Accepted(out var coupons, out var rejection))
            {
                return rejection;
            }

            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                db.AuditEntries.Add(Audit(actor, series, coupons.Length, now));
                await db.SaveChangesAsync(ct);
                await codes.WriteAsync(db, series, coupons, ct);
                await transaction.CommitAsync(ct);
                return coupons;
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // One of the codes was there already: make others.
            }
        }
    }

    /// <summary>How the history of a series tells that codes were added.</summary>
    internal static AuditEntry Audit(Actor actor, CouponSeries series, int count, DateTime now) => new()
    {
        At = now,
        Author = actor.Name,
        Action = AuditAction.Changed,
        Subject = nameof(CouponSeries),
        SubjectId = series.Id.ToString(CultureInfo.InvariantCulture),
        After = JsonSerializer.Serialize(new { CouponsAdded = count }, ConditionsJson.Options),
    };
}
