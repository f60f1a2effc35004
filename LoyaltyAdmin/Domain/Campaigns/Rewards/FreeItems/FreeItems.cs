using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>Which of several goods are free.</summary>
public enum FreeChoice
{
    /// <summary>The cheapest of all.</summary>
    Cheapest,

    /// <summary>Goods are put together from the dearest down, and the cheapest of each pack is free: the n-th item.</summary>
    CheapestOfPack,
}

/// <summary>Some of so many goods free, or for a part of their price: 2 + 1, each third free, the second for half.</summary>
public sealed record FreeItemsReward : GoodsReward
{
    /// <summary>Units to pay in full.</summary>
    [Range(1, 1000)]
    public int Bought { get; init; } = 2;

    /// <summary>Units of each pack that are free.</summary>
    [Range(1, 1000)]
    public int Free { get; init; } = 1;

    /// <summary>How much they are free.</summary>
    [Range(1, 100)]
    public decimal Percent { get; init; } = 100m;

    public FreeChoice Choice { get; init; }

    /// <summary>The most packs on a receipt; null for as many as there are.</summary>
    [Range(1, 1000)]
    public int? Packs { get; init; }
}

/// <summary>Takes the price of free units off their lines. Only whole units count; parts of one are paid.</summary>
public sealed class FreeItems() : DiscountMechanic<FreeItemsReward>("free-items")
{
    protected override void Evaluate(FreeItemsReward settings, DiscountView view, long[] off)
    {
        var (lines, quantities) = (new List<int>(), view.Purchase.Draft.Lines);
        var units = 0L;
        for (var i = 0; i < off.Length; i++)
        {
            if (view.Lines.Contains(i) && quantities[i].Quantity.Thousandths >= 1000)
            {
                lines.Add(i);
                units += quantities[i].Quantity.Thousandths / 1000;
            }
        }

        var size = (long)settings.Bought + settings.Free;
        var packs = Math.Min(units / size, settings.Packs ?? long.MaxValue);
        if (packs == 0)
        {
            return;
        }

        // By unit price from the dearest down; of equal ones the earlier line is paid.
        lines.Sort((a, b) => PriceOrder(view, a, b));
        var first = settings.Choice == FreeChoice.Cheapest ? units - (packs * settings.Free) : 0;
        var at = 0L;
        foreach (var i in lines)
        {
            var here = quantities[i].Quantity.Thousandths / 1000;
            var free = settings.Choice == FreeChoice.Cheapest
                ? Math.Clamp(at + here - first, 0, here)
                : FreeBefore(at + here) - FreeBefore(at);
            off[i] = Rounding.ToWhole(
                view.Payable[i] * 1000m * free / quantities[i].Quantity.Thousandths * settings.Percent / 100m, RoundingMode.HalfUp);
            at += here;
        }

        long FreeBefore(long unit)
        {
            var (full, rest) = Math.DivRem(Math.Min(unit, packs * size), size);
            return (full * settings.Free) + Math.Max(0, rest - settings.Bought);
        }
    }

    protected override bool IsOnWhole(Reward reward, bool onAllGoods) => false;

    private static int PriceOrder(DiscountView view, int a, int b)
    {
        var lines = view.Purchase.Draft.Lines;
        var order = ((Int128)view.Payable[b] * lines[a].Quantity.Thousandths).CompareTo((Int128)view.Payable[a] * lines[b].Quantity.Thousandths);
        return order != 0 ? order : a.CompareTo(b);
    }
}
