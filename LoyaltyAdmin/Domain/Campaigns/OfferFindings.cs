using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What the conditions of one campaign find on one purchase, beside whether they hold.</summary>
/// <param name="campaign">Its key.</param>
public sealed class OfferFindings(string campaign)
{
    private List<CounterMove>? counters;

    public string Campaign => campaign;

    /// <summary>What the purchase adds to running totals.</summary>
    public IReadOnlyList<CounterMove> Counters => counters ?? [];

    /// <summary>The code that fulfilled a condition.</summary>
    public string? Code { get; set; }

    /// <summary>Why the code that was brought for it cannot be used.</summary>
    public Rejection? CodeRefused { get; set; }

    /// <summary>Key of the mechanic that said no last.</summary>
    public string? Failed { get; set; }

    /// <summary>Adds to a running total.</summary>
    public void Move(CounterMove move)
    {
        counters ??= [];
        counters.RemoveAll(m => m.Key == move.Key);
        counters.Add(move);
    }
}
