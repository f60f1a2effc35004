namespace LoyaltyAdmin.Domain.Values;

/// <summary>
/// Loyalty points, counted in the program's smallest part of a point; never negative. The direction of a movement is said
/// by the kind of its ledger entry, never by a sign.
/// </summary>
public readonly record struct Points : IComparable<Points>
{
    /// <summary>So many smallest parts of a point.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Points(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    public static Points Zero => default;

    /// <summary>The number of smallest parts.</summary>
    public long Value { get; }

    public bool IsZero => Value == 0;

    public static Points operator +(Points a, Points b) => new(a.Value + b.Value);

    /// <summary>The difference; a result below zero is a bug and throws.</summary>
    public static Points operator -(Points a, Points b) => new(a.Value - b.Value);

    public static bool operator <(Points a, Points b) => a.Value < b.Value;

    public static bool operator >(Points a, Points b) => a.Value > b.Value;

    public static bool operator <=(Points a, Points b) => a.Value <= b.Value;

    public static bool operator >=(Points a, Points b) => a.Value >= b.Value;

    public static Points Min(Points a, Points b) => a < b ? a : b;

    public static Points Max(Points a, Points b) => a > b ? a : b;

    public int CompareTo(Points other) => Value.CompareTo(other.Value);
}
