using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A coupon for the next purchase.</summary>
public sealed record IssueCouponReward : Reward
{
    /// <summary>Key of the series.</summary>
    [Required]
    public string Series { get; init; } = "";

    [Range(1, 100)]
    public int Count { get; init; } = 1;

    public RewardPer Per { get; init; }

    /// <summary>With <see cref="RewardPer.Sum"/>: the full sum, units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Each { get; init; } = 1000m;

    /// <summary>Days that it can be used; 0 for the term of the series.</summary>
    [Range(0, 3650)]
    public int Days { get; init; }
}

/// <summary>Promises codes of a series.</summary>
public sealed class IssueCoupon() : PromiseMechanic<IssueCouponReward>("issue-coupon")
{
    protected override Promise? Evaluate(IssueCouponReward settings, PromiseView view) => view.Count(settings.Per, settings.Each) is > 0 and var times
        ? new Promise(PromiseKind.Coupon, view.Campaign, settings.Series) { Count = checked(settings.Count * times), Days = settings.Days }
        : null;
}
