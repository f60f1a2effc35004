using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Coupons;

/// <summary>Says why a code is not taken (R17): each limit has a reason of its own, so that a customer can be told the right one.</summary>
public static class CouponRule
{
    /// <summary>Null where a receipt may use the coupon.</summary>
    /// <param name="series">Its series.</param>
    /// <param name="coupon">The code.</param>
    /// <param name="at">The receipt's own time.</param>
    /// <param name="memberId">Who buys; null for nobody known.</param>
    /// <param name="usesOfMember">How often that member has used the series.</param>
    public static Rejection? Check(CouponSeries series, Coupon coupon, DateTime at, long? memberId, int usesOfMember)
    {
        if (coupon.State == CouponState.Void)
        {
            return new Rejection("Coupons.Void");
        }

        if (series.IsStopped)
        {
            return new Rejection("Coupons.SeriesStopped");
        }

        if (at < series.ValidFrom)
        {
            return new Rejection("Coupons.NotYet", series.ValidFrom);
        }

        var end = coupon.ExpiresAt < series.ValidUntil ? coupon.ExpiresAt : series.ValidUntil;
        if (at >= end)
        {
            return new Rejection("Coupons.Expired", end);
        }

        if (memberId is null && (series.NeedsMember || coupon.MemberId is not null))
        {
            return new Rejection("Coupons.NeedsMember");
        }

        if (coupon.MemberId is { } owner && owner != memberId)
        {
            return new Rejection("Coupons.OfAnother");
        }

        return Limits(series, coupon, usesOfMember);
    }

    private static Rejection? Limits(CouponSeries series, Coupon coupon, int usesOfMember)
    {
        if (series.UsesPerCode is { } perCode && coupon.Uses + coupon.Held >= perCode)
        {
            return perCode > 1 ? new Rejection("Coupons.CodeLimit", perCode)
                : coupon.Uses >= perCode ? new Rejection("Coupons.Used")
                : new Rejection("Coupons.Reserved");
        }

        if (series.UsesPerMember is { } perMember && usesOfMember >= perMember)
        {
            return new Rejection("Coupons.MemberLimit", perMember);
        }

        return series.UsesTotal is { } total && series.Uses >= total ? new Rejection("Coupons.TotalLimit", total) : null;
    }
}
