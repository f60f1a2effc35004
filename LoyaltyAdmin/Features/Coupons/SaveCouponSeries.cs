using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Makes a series with its codes, all or none, or changes what holds for one. What was used stays used.</summary>
public sealed class SaveCouponSeries(
    IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, CouponCodes codes, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>The number of the new series, or the first thing that is wrong.</summary>
    public async Task<Result<long>> CreateAsync(Actor actor, CouponSeriesPlan plan, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        if (plan.Check(isNew: true) is [var wrong, ..])
        {
            return wrong;
        }

        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var series = new CouponSeries
        {
            Id = ids.Next<CouponSeries>(),
            Key = plan.Key,
            Name = plan.Name.Trim(),
            Kind = plan.Kind,
            Prefix = plan.Kind == CouponKind.Unique ? plan.Prefix.ToUpperInvariant() : "",
            Length = plan.Kind == CouponKind.Unique ? plan.Length : 0,
            ValidFrom = default,
            ValidUntil = default,
            CreatedAt = now,
            CreatedBy = actor.Name,
        };
        Apply(plan, series, calendar);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            db.Author = actor.Name;
            if (await db.CouponSeries.AnyAsync(s => s.Key == plan.Key, ct))
            {
                return CouponRejections.KeyTaken(plan.Key);
            }

            Coupon[] made = plan.Kind == CouponKind.Shared ? [codes.Of(series, plan.Code.Trim(), now)] : codes.Make(series, plan.Count, now);
            if (plan.Kind == CouponKind.Shared && made[0].Key is var word && await db.Coupons.AnyAsync(c => c.Key == word, ct))
            {
                return CouponRejections.CodeTaken(plan.Code.Trim());
            }

            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                db.CouponSeries.Add(series);
                await db.SaveChangesAsync(ct);
                await codes.WriteAsync(db, series, made, ct);
                await transaction.CommitAsync(ct);
                return series.Id;
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // A series of that name, or one of the codes, came in between: look again.
            }
        }
    }

    /// <summary>Null when the terms are changed.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="id">The series.</param>
    /// <param name="version">The version that was on the screen.</param>
    /// <param name="plan">The new terms; kind, key and codes stay.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Rejection?> ChangeAsync(Actor actor, long id, int version, CouponSeriesPlan plan, CancellationToken ct)
    {
        if (plan.Check(isNew: false) is [var wrong, ..])
        {
            actor.Demand(Permission.PromotionsEdit);
            return wrong;
        }

        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        return await UpdateAsync(actor, id, version, series => Apply(plan, series, calendar), ct);
    }

    /// <summary>Null when no code of the series is taken any more, or when they are taken again.</summary>
    public Task<Rejection?> StopAsync(Actor actor, long id, bool stop, CancellationToken ct) => UpdateAsync(actor, id, null, series => series.IsStopped = stop, ct);

    private async Task<Rejection?> UpdateAsync(Actor actor, long id, int? version, Action<CouponSeries> change, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.CouponSeries.SingleOrDefaultAsync(s => s.Id == id, ct) is not { } series)
        {
            return CouponRejections.SeriesUnknown(id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        if (version is { } seen && seen != series.Version)
        {
            return new Rejection("Common.ChangedByAnother");
        }

        change(series);
        series.Version++;
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }

    private static void Apply(CouponSeriesPlan plan, CouponSeries series, ProgramCalendar calendar)
    {
        series.Name = plan.Name.Trim();
        series.ValidFrom = calendar.StartOf(plan.From);
        series.ValidUntil = plan.To is { } last ? calendar.StartOf(last.AddDays(1)) : ProgramCalendar.Never;
        series.TermDays = series.Kind == CouponKind.Unique ? plan.TermDays : 0;
        series.UsesPerCode = series.Kind == CouponKind.Unique ? plan.UsesPerCode : null;
        series.UsesPerMember = plan.UsesPerMember;
        series.UsesTotal = plan.UsesTotal;
        series.MembersOnly = plan.MembersOnly;
    }
}
