namespace LoyaltyAdmin.Domain.Coupons;

/// <summary>A receipt that used a coupon. One that came back whole frees the use.</summary>
public sealed class CouponUse
{
    public required long Id { get; init; }

    public required long CouponId { get; init; }

    public required long SeriesId { get; init; }

    /// <summary>Null for a receipt without a member.</summary>
    public long? MemberId { get; init; }

    public required long ReceiptId { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Whether a full return has given it back.</summary>
    public bool IsReturned { get; set; }
}
