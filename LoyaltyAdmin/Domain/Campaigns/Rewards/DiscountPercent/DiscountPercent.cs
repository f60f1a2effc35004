using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A percent off.</summary>
public sealed record DiscountPercentReward : GoodsReward
{
    [Range(0.01, 100)]
    public decimal Percent { get; init; } = 10m;

    /// <summary>The most that it takes off, units of currency; null for no end.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal? AtMost { get; init; }
}

/// <summary>Takes a percent off, rounded once and spread over the lines.</summary>
public sealed class DiscountPercent() : DiscountMechanic<DiscountPercentReward>("discount-percent")
{
    protected override void Evaluate(DiscountPercentReward settings, DiscountView view, long[] off)
    {
        var (weights, sum) = (new long[off.Length], 0L);
        for (var i = 0; i < off.Length; i++)
        {
            weights[i] = view.Lines.Contains(i) ? view.PercentBase[i] : 0;
            sum += weights[i];
        }

        var given = Rounding.ToWhole(sum * settings.Percent / 100m, RoundingMode.HalfUp);
        Rounding.Spread(settings.AtMost is { } most ? Math.Min(given, Purchase.Minor(most)) : given, weights, off);
    }
}
