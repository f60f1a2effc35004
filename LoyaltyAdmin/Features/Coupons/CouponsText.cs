namespace LoyaltyAdmin.Features.Coupons;

/// <summary>The words of coupons.</summary>
public sealed class CouponsText;
