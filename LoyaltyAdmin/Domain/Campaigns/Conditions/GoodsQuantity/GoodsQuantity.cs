using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>So many units on the receipt, of whatever goods.</summary>
public sealed record GoodsQuantityCondition : Condition
{
    [Range(0.001, 100_000), Decimals(3)]
    public decimal AtLeast { get; init; } = 3m;
}

/// <summary>Whether the receipt has so many units. It is fulfilled as often as they fit into it.</summary>
public sealed class GoodsQuantity() : ConditionMechanic<GoodsQuantityCondition>("quantity")
{
    public override bool IsAboutGoods => true;

    protected override ConditionTest Prepare(GoodsQuantityCondition settings)
    {
        var least = Math.Max(1, Purchase.Thousandths(settings.AtLeast));
        return (purchase, _) =>
        {
            var units = purchase.Units(purchase.Goods);
            return units >= least ? new Match(true, Times: (int)Math.Min(int.MaxValue, units / least)) : Match.No;
        };
    }
}
