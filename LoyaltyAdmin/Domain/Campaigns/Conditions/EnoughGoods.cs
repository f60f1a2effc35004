using System.Collections.Frozen;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Whether a receipt has enough of some goods.</summary>
public static class EnoughGoods
{
    /// <summary>Makes the test; it is fulfilled as often as the amount fits in.</summary>
    public static ConditionTest Test(GoodsIndex goods, FrozenSet<string>? except, GoodsMeasure measure, decimal atLeast)
    {
        var least = Math.Max(1, measure == GoodsMeasure.Quantity ? Purchase.Thousandths(atLeast) : Purchase.Minor(atLeast));
        return (purchase, _) =>
        {
            var found = purchase.Find(goods);
            for (var i = 0; except is not null && i < purchase.Prices.Length; i++)
            {
                if (except.Contains(purchase.Draft.Lines[i].Sku.Trim()))
                {
                    found.Remove(i);
                }
            }

            if (found.IsEmpty)
            {
                return Match.No;
            }

            var amount = measure == GoodsMeasure.Quantity ? purchase.Units(found) : purchase.Sum(found);
            return amount >= least ? new Match(true, found, (int)Math.Min(int.MaxValue, amount / least)) : Match.No;
        };
    }
}
