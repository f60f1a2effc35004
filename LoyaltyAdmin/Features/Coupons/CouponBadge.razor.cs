using LoyaltyAdmin.Domain.Coupons;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Where a code is in its life, in a word and a colour.</summary>
public sealed partial class CouponBadge
{
    [Parameter, EditorRequired] public CouponState State { get; set; }

    private string Look => State switch
    {
        CouponState.Issued => "accent",
        CouponState.Used => "good",
        CouponState.Void => "bad",
        CouponState.Expired or CouponState.Reserved => "careful",
        _ => "",
    };
}
