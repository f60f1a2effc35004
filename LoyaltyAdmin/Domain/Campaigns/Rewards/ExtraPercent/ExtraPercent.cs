using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>More points: a percent of the sum beside the main scheme.</summary>
public sealed record ExtraPercentReward : GoodsReward
{
    [Range(0.01, 1000)]
    public decimal Percent { get; init; } = 5m;
}

/// <summary>Gives a percent of what the goods earn on, at one unit of currency a point.</summary>
public sealed class ExtraPercent() : PointsMechanic<ExtraPercentReward>("extra-percent")
{
    protected override decimal Evaluate(ExtraPercentReward settings, PointsView view) =>
        view.Base() * settings.Percent * view.Earning.PartsOfPoint * 0.0001m;
}
