namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a discount of a campaign is taken off.</summary>
/// <param name="Purchase">What is bought.</param>
/// <param name="Lines">For which the reward is.</param>
/// <param name="Payable">What is left to pay of each line, hundredths.</param>
/// <param name="PercentBase">What a percent is of, by line, hundredths.</param>
/// <param name="Times">How often the conditions are fulfilled.</param>
public readonly record struct DiscountView(Purchase Purchase, LineSet Lines, long[] Payable, long[] PercentBase, int Times)
{
    /// <summary>What is left to pay of the lines.</summary>
    public long Sum()
    {
        var sum = 0L;
        for (var i = 0; i < Payable.Length; i++)
        {
            sum += Lines.Contains(i) ? Payable[i] : 0;
        }

        return sum;
    }

    /// <summary>What is left to pay of each line; nothing of those that the reward is not for.</summary>
    public long[] Weights()
    {
        var weights = new long[Payable.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Lines.Contains(i) ? Payable[i] : 0;
        }

        return weights;
    }
}
