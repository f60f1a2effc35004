namespace LoyaltyAdmin.Domain.Values;

/// <summary>Turns points as people write them (12.5) into smallest parts of a point and back.</summary>
public static class PointsScale
{
    /// <summary>Points as people write them.</summary>
    public static decimal ToPoints(Points parts, int decimals) => parts.Value / (decimal)Factor(decimals);

    /// <summary>Smallest parts of a point.</summary>
    /// <exception cref="ArgumentException">More decimals than the program's points have.</exception>
    public static Points ToParts(decimal points, int decimals) => decimal.Round(points, decimals) == points
        ? new Points((long)(points * Factor(decimals)))
        : throw new ArgumentException($"More than {decimals} decimals.", nameof(points));

    /// <summary>The same points counted in other parts; what is smaller than such a part is left out.</summary>
    public static Points Recount(Points parts, int from, int to) => new(checked(parts.Value * Factor(to)) / Factor(from));

    /// <summary>How many smallest parts make a point.</summary>
    public static long Factor(int decimals) => decimals switch
    {
        0 => 1,
        1 => 10,
        2 => 100,
        _ => throw new ArgumentOutOfRangeException(nameof(decimals)),
    };
}
