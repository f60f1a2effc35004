using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>How a gift reaches the customer.</summary>
public enum GiftHanding
{
    /// <summary>It is on the receipt and costs nothing there, or the lowest price.</summary>
    OnReceipt,

    /// <summary>It is handed out beside the receipt.</summary>
    Promised,
}

/// <summary>A good as a gift.</summary>
public sealed record GiftProductReward : Reward
{
    /// <summary>What can be the gift.</summary>
    public GoodsSet Gift { get; init; } = GoodsSet.None;

    public GiftHanding Handing { get; init; }

    /// <summary>Units.</summary>
    [Range(1, 1000)]
    public int Quantity { get; init; } = 1;

    /// <summary>Whether it is given each time that the receipt fulfils the conditions, and not once.</summary>
    public bool EachTime { get; init; }
}

/// <summary>Makes the cheapest such goods of the receipt free, or promises the first named one.</summary>
public sealed class GiftProduct() : RewardMechanic("gift-product", typeof(GiftProductReward), RewardKind.Discount)
{
    public override RewardKind KindOf(Reward reward) =>
        ((GiftProductReward)reward).Handing == GiftHanding.OnReceipt ? RewardKind.Discount : RewardKind.Promise;

    public override void Discount(Reward reward, DiscountView view, long[] off)
    {
        var settings = (GiftProductReward)reward;
        var lines = view.Purchase.Draft.Lines;
        var left = Count(settings, view.Times) * 1000L;
        foreach (var i in Enumerable.Range(0, off.Length)
            .Where(i => view.Lines.Contains(i) && lines[i].Quantity.Thousandths > 0 && settings.Gift.Contains(lines[i].Sku, lines[i].Category))
            .OrderBy(i => (decimal)view.Payable[i] / lines[i].Quantity.Thousandths))
        {
            var taken = Math.Min(left, lines[i].Quantity.Thousandths);
            off[i] = Rounding.ToWhole((decimal)view.Payable[i] * taken / lines[i].Quantity.Thousandths, RoundingMode.HalfUp);
            left -= taken;
        }
    }

    public override Promise? Promise(Reward reward, PromiseView view)
    {
        var settings = (GiftProductReward)reward;
        return (settings.Gift.Skus.Count > 0 ? settings.Gift.Skus : settings.Gift.Categories) is [var good, ..]
            ? new Promise(PromiseKind.GiftProduct, view.Campaign, good) { Count = Count(settings, view.Times) }
            : null;
    }

    private static int Count(GiftProductReward settings, int times) =>
        (int)Math.Min(int.MaxValue, (long)settings.Quantity * (settings.EachTime ? times : 1));
}
