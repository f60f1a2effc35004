using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>What became of the members whose first receipt was in one month, from that month (0) on (R22).</summary>
/// <param name="Cohort">First day of the month of the first receipt.</param>
/// <param name="Size">Members.</param>
/// <param name="Active">Members with a receipt, by month.</param>
/// <param name="Rate">The same as a share of the size.</param>
/// <param name="CumulativeLtv">Net revenue through each month by member, in units of currency.</param>
public sealed record CohortCurve(
    DateOnly Cohort, long Size, IReadOnlyList<long> Active, IReadOnlyList<decimal> Rate, IReadOnlyList<decimal> CumulativeLtv)
{
    /// <summary>The curve from the cohort's months (those without activity may be missing) through a last month.</summary>
    public static CohortCurve Of(DateOnly cohort, IEnumerable<CohortMonth> months, DateOnly lastMonth)
    {
        var length = Month.Between(cohort, lastMonth) + 1;
        var active = new long[length];
        var revenue = new long[length];
        foreach (var month in months)
        {
            // Refunds before the first receipt (of goods bought without a card) count with month 0.
            var k = Math.Max(0, Month.Between(cohort, month.Month));
            active[k] += month.Active;
            revenue[k] += month.Revenue;
        }

        var size = active[0];
        var cumulative = 0L;
        return new CohortCurve(
            cohort,
            size,
            active,
            [.. active.Select(a => Ratio.Of(a, size) ?? 0)],
            [.. revenue.Select(r => Ratio.Of((cumulative += r) / 100m, size) ?? 0)]);
    }
}
