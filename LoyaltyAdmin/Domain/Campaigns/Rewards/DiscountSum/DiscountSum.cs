using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A sum off: once, each time, for each unit or full sum.</summary>
public sealed record DiscountSumReward : GoodsReward
{
    /// <summary>Units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Amount { get; init; } = 100m;

    public RewardPer Per { get; init; }

    /// <summary>With <see cref="RewardPer.Sum"/>: the full sum, units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Each { get; init; } = 1000m;
}

/// <summary>Takes a sum off, spread over the lines by what is left to pay of them.</summary>
public sealed class DiscountSum() : DiscountMechanic<DiscountSumReward>("discount-sum")
{
    protected override void Evaluate(DiscountSumReward settings, DiscountView view, long[] off)
    {
        var sum = view.Sum();
        var times = settings.Per switch
        {
            RewardPer.Time => view.Times,
            RewardPer.Unit => view.Purchase.Units(view.Lines) / 1000,
            RewardPer.Sum => sum / Math.Max(1, Purchase.Minor(settings.Each)),
            _ => 1,
        };
        Rounding.Spread((long)decimal.Min(sum, (decimal)Purchase.Minor(settings.Amount) * times), view.Weights(), off);
    }
}
