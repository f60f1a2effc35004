using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>What a member bought on one local day, and what of it came back on whatever day.</summary>
public sealed record PurchaseDay
{
    /// <summary>Money paid.</summary>
    public Money Paid { get; init; }

    public Money Refunded { get; init; }

    /// <summary>Points earned, as far as they count.</summary>
    public Points Accrued { get; init; }

    public Points Reversed { get; init; }

    public int Receipts { get; init; }

    /// <summary>The day's part of a metric: hundredths of currency, smallest parts of a point, or visits.</summary>
    public long ValueOf(TierMetric metric) => metric switch
    {
        TierMetric.Spend => Paid.Minor - Refunded.Minor,
        TierMetric.PointsEarned => Accrued.Value - Reversed.Value,
        _ => Receipts > 0 && (Refunded.IsZero || Refunded < Paid) ? 1 : 0,
    };

    public static PurchaseDay operator +(PurchaseDay a, PurchaseDay b) => new()
    {
        Paid = a.Paid + b.Paid,
        Refunded = a.Refunded + b.Refunded,
        Accrued = a.Accrued + b.Accrued,
        Reversed = a.Reversed + b.Reversed,
        Receipts = a.Receipts + b.Receipts,
    };
}

/// <summary>A member's purchases by local day: what the qualifying metric is computed from (R7).</summary>
public sealed class PurchaseDays
{
    private readonly SortedDictionary<DateOnly, PurchaseDay> days = [];

    public void Add(DateOnly day, PurchaseDay bought) => days[day] = days.TryGetValue(day, out var before) ? before + bought : bought;

    /// <summary>The metric over [from, to), in whole units: currency, points or visits; never below zero.</summary>
    /// <param name="metric">What counts.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The first day that does not count.</param>
    /// <param name="partsOfPoint">Smallest parts of a point: 1, 10 or 100.</param>
    public decimal Sum(TierMetric metric, DateOnly from, DateOnly to, int partsOfPoint)
    {
        var sum = 0L;
        foreach (var (day, bought) in days)
        {
            if (day >= to)
            {
                break;
            }

            sum += day >= from ? bought.ValueOf(metric) : 0;
        }

        var unit = metric switch
        {
            TierMetric.Spend => 100m,
            TierMetric.PointsEarned => partsOfPoint,
            _ => 1m,
        };
        return Math.Max(0, sum) / unit;
    }
}
