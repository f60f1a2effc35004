using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>What cannot be done with coupons, and why.</summary>
internal static class CouponRejections
{
    public static Rejection Unknown(string code) => new("Coupons.Unknown", code) { Field = "code" };

    public static Rejection SeriesUnknown(string series) => new("Coupons.SeriesUnknown", series) { Field = "series" };

    public static Rejection KeyTaken(string key) => new("Coupons.KeyTakenConflict", key) { Field = "key" };

    public static Rejection CodeTaken(string code) => new("Coupons.CodeTakenConflict", code) { Field = "code" };

    public static Rejection Shared() => new("Coupons.SharedHasOne");
}
