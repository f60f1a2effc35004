using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What the conditions of one campaign find on one purchase, beside whether they hold.</summary>
public sealed class OfferFindings
{
    private List<CounterMove>? counters;

    /// <summary>Key of the campaign.</summary>
    public string Campaign { get; private set; } = "";

    /// <summary>What the purchase adds to running totals.</summary>
    public IReadOnlyList<CounterMove> Counters => counters ?? [];

    /// <summary>The code that fulfilled a condition.</summary>
    public string? Code { get; set; }

    /// <summary>Why the code that was brought for it cannot be used.</summary>
    public Rejection? CodeRefused { get; set; }

    /// <summary>Key of the mechanic that said no last.</summary>
    public string? Failed { get; set; }

    /// <summary>Begins anew for a campaign.</summary>
    public void Reset(string campaign)
    {
        (Campaign, Code, CodeRefused, Failed) = (campaign, null, null, null);
        counters = null;
    }

    /// <summary>Adds to a running total.</summary>
    public void Move(CounterMove move)
    {
        counters ??= [];
        counters.RemoveAll(m => m.Key == move.Key);
        counters.Add(move);
    }
}
