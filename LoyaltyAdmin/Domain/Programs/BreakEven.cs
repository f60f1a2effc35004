namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What a scheme must bring in to pay for itself (R15).</summary>
public static class BreakEven
{
    /// <summary>What a unit of sales costs: the share that comes back as points, as far as it is spent.</summary>
    /// <param name="accrualShare">Worth of the points earned, as a share of the sum: 0.05 for 5%.</param>
    /// <param name="redeemedShare">Share of the points issued that is ever spent.</param>
    public static decimal Cost(decimal accrualShare, decimal redeemedShare) => accrualShare * redeemedShare;

    /// <summary>
    /// The least growth of sales, as a share of them, at which the gross profit is what it was without the scheme:
    /// u = c / (g − c). Null when the scheme costs the whole margin or more: no growth pays for it.
    /// </summary>
    /// <param name="cost">Cost of the scheme as a share of sales, c.</param>
    /// <param name="margin">Gross margin as a share of sales, g.</param>
    public static decimal? Uplift(decimal cost, decimal margin) => margin > cost ? cost / (margin - cost) : null;
}
