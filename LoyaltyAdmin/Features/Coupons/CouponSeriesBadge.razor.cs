using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Whether codes of a series are taken, in a word and a colour.</summary>
public sealed partial class CouponSeriesBadge
{
    [Parameter, EditorRequired] public required CouponSeriesRow Row { get; set; }
}
