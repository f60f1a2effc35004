using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Goods of two kinds together on one receipt.</summary>
public sealed record CombinationCondition : Condition
{
    public GoodsSet First { get; init; } = GoodsSet.None;

    [Range(1, 1000)]
    public int FirstQuantity { get; init; } = 1;

    public GoodsSet Second { get; init; } = GoodsSet.None;

    [Range(1, 1000)]
    public int SecondQuantity { get; init; } = 1;
}

/// <summary>Whether there are complete sets of both kinds, and how many. A good of both kinds counts to the first.</summary>
public sealed class Combination() : ConditionMechanic<CombinationCondition>("combination")
{
    public override bool IsAboutGoods => true;

    protected override ConditionTest Prepare(CombinationCondition settings)
    {
        var (one, other) = (new GoodsIndex(settings.First), new GoodsIndex(settings.Second));
        var (oneSize, otherSize) = (Math.Max(1, settings.FirstQuantity) * 1000L, Math.Max(1, settings.SecondQuantity) * 1000L);
        return (purchase, _) =>
        {
            var first = purchase.Find(one);
            var second = purchase.Find(other);
            for (var i = 0; i < purchase.Prices.Length; i++)
            {
                if (first.Contains(i))
                {
                    second.Remove(i);
                }
            }

            var times = Math.Min(purchase.Units(first) / oneSize, purchase.Units(second) / otherSize);
            return times > 0 ? new Match(true, first.With(second), (int)Math.Min(int.MaxValue, times)) : Match.No;
        };
    }

    protected override Requirement Require(CombinationCondition settings) => new(settings.First);
}
