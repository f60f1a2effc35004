namespace LoyaltyAdmin.Domain.Programs;

/// <summary>A loyalty program: a name, a point and a sequence of versions of its conditions.</summary>
public sealed class LoyaltyProgram
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Decimals of a point, 0 to 2. Fixed with the first accrual: every stored amount of points counts in this part.</summary>
    public int PointDecimals { get; private set; }

    /// <summary>
    /// The gross margin that the shop works with, as a share of sales, as people say it: where the goods do not tell it.
    /// Null where nobody has said it. In hundredths of a percent.
    /// </summary>
    public int? AssumedMargin { get; private set; }

    /// <summary>The share of points that people expect to be spent, while history does not tell it. In hundredths of a percent.</summary>
    public int? AssumedRedemption { get; private set; }

    /// <summary>Keeps what people assume of the shop; null for what they leave to the portal.</summary>
    /// <param name="margin">Gross margin as a share of sales.</param>
    /// <param name="redemption">Share of points that will be spent.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not a share between 0 and 1.</exception>
    public void Assume(decimal? margin, decimal? redemption) => (AssumedMargin, AssumedRedemption) = (Hundredths(margin), Hundredths(redemption));

    /// <summary>Divides points anew; only while no points were ever issued.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0, 1 or 2.</exception>
    public void DividePoints(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 2);
        PointDecimals = decimals;
    }

    private static int? Hundredths(decimal? share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share ?? 0m, nameof(share));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share ?? 0m, 1m, nameof(share));
        return share is { } value ? (int)decimal.Round(value * 10_000m) : null;
    }
}
