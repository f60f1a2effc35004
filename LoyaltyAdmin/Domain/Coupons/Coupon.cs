using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Coupons;

/// <summary>Where a coupon is in its life (R17).</summary>
public enum CouponState
{
    Issued,

    /// <summary>Set aside by receipts that are not confirmed yet.</summary>
    Reserved,
    Used,
    Void,

    /// <summary>Its time is over; told by the clock, never stored.</summary>
    Expired,
}

/// <summary>One code. A shared promo code is one coupon that many receipts use.</summary>
public sealed class Coupon
{
    public const int LongestCode = 40;

    public required long Id { get; init; }

    public required long SeriesId { get; init; }

    /// <summary>As it is printed.</summary>
    public required string Code { get; init; }

    /// <summary>As spellings of it are compared (<see cref="CodeText.Fold"/>); unique.</summary>
    public required string Key { get; init; }

    /// <summary>Who alone may use it; null for whoever has it.</summary>
    public long? MemberId { get; init; }

    public required DateTime IssuedAt { get; init; }

    /// <summary>The first instant at which it is not taken any more; <see cref="ProgramCalendar.Never"/> for the end of its series.</summary>
    public required DateTime ExpiresAt { get; init; }

    public CouponState State { get; set; }

    /// <summary>Receipts that used it and kept what it gave.</summary>
    public int Uses { get; set; }

    /// <summary>Receipts that are not confirmed and have it set aside.</summary>
    public int Held { get; set; }

    public string? VoidedFor { get; set; }

    /// <summary>Key of the campaign that gave it; null for the staff.</summary>
    public string? GivenBy { get; init; }

    /// <summary>The state that the clock and its uses make of it.</summary>
    public static CouponState StateOf(CouponSeries series, int uses, int held) =>
        series.UsesPerCode is { } most && uses >= most ? CouponState.Used
        : series.UsesPerCode is { } all && uses + held >= all && held > 0 ? CouponState.Reserved
        : CouponState.Issued;

    public CouponState StateAt(DateTime now, CouponSeries series) =>
        State is CouponState.Issued or CouponState.Reserved && (ExpiresAt <= now || series.ValidUntil <= now) ? CouponState.Expired : State;
}
