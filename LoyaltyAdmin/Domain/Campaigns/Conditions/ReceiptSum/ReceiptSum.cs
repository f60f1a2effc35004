using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Goods for a certain sum on the receipt.</summary>
public sealed record ReceiptSumCondition : Condition
{
    /// <summary>Units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal AtLeast { get; init; } = 1000m;

    /// <summary>Exclusive; null for no upper end.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal? Below { get; init; }
}

/// <summary>Whether the sum of the goods reaches the threshold. It is fulfilled as often as the threshold fits into the sum.</summary>
public sealed class ReceiptSum() : ConditionMechanic<ReceiptSumCondition>("receipt-sum")
{
    public override bool IsAboutGoods => true;

    protected override ConditionTest Prepare(ReceiptSumCondition settings)
    {
        var least = Math.Max(1, Purchase.Minor(settings.AtLeast));
        var below = settings.Below is { } end ? Purchase.Minor(end) : long.MaxValue;
        return (purchase, _) =>
        {
            var sum = purchase.Sum(purchase.Goods);
            return sum >= least && sum < below ? new Match(true, Times: (int)Math.Min(int.MaxValue, sum / least)) : Match.No;
        };
    }
}
