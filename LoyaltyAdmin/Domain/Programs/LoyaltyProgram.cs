namespace LoyaltyAdmin.Domain.Programs;

/// <summary>A loyalty program: a name, a point and a sequence of versions of its conditions.</summary>
public sealed class LoyaltyProgram
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>Decimals of a point, 0 to 2. Fixed with the first accrual: every stored amount of points counts in this part.</summary>
    public int PointDecimals { get; private set; }

    /// <summary>Divides points anew; only while no points were ever issued.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 0, 1 or 2.</exception>
    public void DividePoints(int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 2);
        PointDecimals = decimals;
    }
}
