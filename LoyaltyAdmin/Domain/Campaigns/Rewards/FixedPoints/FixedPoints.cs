using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>So many points: for the receipt, for each time, unit or full sum.</summary>
public sealed record FixedPointsReward : GoodsReward
{
    /// <summary>Whole points.</summary>
    [Range(0.01, 10_000_000), Decimals(2)]
    public decimal Points { get; init; } = 100m;

    public RewardPer Per { get; init; }

    /// <summary>With <see cref="RewardPer.Sum"/>: the full sum, units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Each { get; init; } = 100m;
}

/// <summary>Gives a number of points.</summary>
public sealed class FixedPoints() : PointsMechanic<FixedPointsReward>("fixed-points")
{
    public override bool IsPerTime(Reward reward) => ((FixedPointsReward)reward).Per is RewardPer.Receipt or RewardPer.Time;

    protected override decimal Evaluate(FixedPointsReward settings, PointsView view) =>
        view.Count(settings.Per, settings.Each) * settings.Points * view.Earning.PartsOfPoint;
}
