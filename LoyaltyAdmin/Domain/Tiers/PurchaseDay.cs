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
