using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Tells a till or a shop whether a code would be taken now, and if not, why; changes nothing.</summary>
public sealed class CheckCoupon(IDbContextFactory<LoyaltyDbContext> databases, MemberQueries members, BusinessClock clock)
{
    /// <summary>A code with its series and the reason against it.</summary>
    /// <param name="Refusal">Null where it is taken.</param>
    public sealed record Answer(Coupon Coupon, CouponSeries Series, Rejection? Refusal);

    /// <summary>An unknown code or member is refused as a whole.</summary>
    public async Task<Result<Answer>> ExecuteAsync(Actor actor, string code, MemberKey? member, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        var key = CodeText.Fold(code);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await (
            from coupon in db.Coupons.AsNoTracking()
            join series in db.CouponSeries.AsNoTracking() on coupon.SeriesId equals series.Id
            where coupon.Key == key
            select new { coupon, series }).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            return CouponRejections.Unknown(code.Trim());
        }

        long? memberId = null;
        if (member is { } named && (memberId = await members.FindAsync(named, ct)) is null)
        {
            return new Rejection("Members.Unknown", named.Value) { Field = "member" };
        }

        var uses = memberId is null || found.series.UsesPerMember is null
            ? 0
            : await db.CouponUses.CountAsync(u => u.MemberId == memberId && u.SeriesId == found.series.Id && !u.IsReturned, ct);
        return new Answer(found.coupon, found.series, CouponRule.Check(found.series, found.coupon, clock.UtcNow, memberId, uses));
    }
}
