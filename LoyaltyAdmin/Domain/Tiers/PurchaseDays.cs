namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>A member's purchases by local day: what the qualifying metric is computed from (R7).</summary>
public sealed class PurchaseDays
{
    private readonly SortedDictionary<DateOnly, PurchaseDay> days = [];

    public void Add(DateOnly day, PurchaseDay bought) => days[day] = days.TryGetValue(day, out var before) ? before + bought : bought;

    /// <summary>The metric over [from, to), in whole units: currency, points or visits; never below zero.</summary>
    /// <param name="rules">What counts.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The first day that does not count.</param>
    public decimal Sum(TierRules rules, DateOnly from, DateOnly to)
    {
        var sum = 0L;
        foreach (var (day, bought) in days)
        {
            if (day >= to)
            {
                break;
            }

            sum += day >= from ? bought.ValueOf(rules.Conditions.Metric) : 0;
        }

        return Math.Max(0, sum) / (decimal)rules.PartsOfMetric;
    }
}
