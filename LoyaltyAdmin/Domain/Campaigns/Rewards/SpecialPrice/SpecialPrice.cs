using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A price of its own for each unit.</summary>
public sealed record SpecialPriceReward : GoodsReward
{
    /// <summary>Units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Price { get; init; } = 100m;
}

/// <summary>Takes off what is above the price; a line that costs less already stays.</summary>
public sealed class SpecialPrice() : DiscountMechanic<SpecialPriceReward>("special-price")
{
    protected override void Evaluate(SpecialPriceReward settings, DiscountView view, long[] off)
    {
        for (var i = 0; i < off.Length; i++)
        {
            if (view.Lines.Contains(i))
            {
                var price = Rounding.ToWhole(settings.Price * view.Purchase.Draft.Lines[i].Quantity.Thousandths * 0.1m, RoundingMode.HalfUp);
                off[i] = Math.Max(0, view.Payable[i] - price);
            }
        }
    }

    protected override bool IsOnWhole(Reward reward, bool onAllGoods) => false;
}
