using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>The points of the main scheme several times.</summary>
public sealed record MultiplierReward : GoodsReward
{
    [Range(1.1, 100)]
    public decimal Factor { get; init; } = 2m;
}

/// <summary>Adds to the points of the main scheme what makes them so many times (R2).</summary>
public sealed class Multiplier() : PointsMechanic<MultiplierReward>("multiplier")
{
    protected override decimal Evaluate(MultiplierReward settings, PointsView view) => view.Earning.Multiply(view.Lines, settings.Factor);
}
