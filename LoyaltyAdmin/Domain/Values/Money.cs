namespace LoyaltyAdmin.Domain.Values;

/// <summary>
/// An amount of the program's one currency in hundredths (kopecks, cents); never negative: refunds and discounts have
/// fields of their own.
/// </summary>
public readonly record struct Money : IComparable<Money>
{
    /// <summary>So many hundredths of a unit of currency.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Money(long minor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        Minor = minor;
    }

    public static Money Zero => default;

    /// <summary>Hundredths of a unit.</summary>
    public long Minor { get; }

    /// <summary>Units of currency, with two decimals.</summary>
    public decimal Amount => Minor / 100m;

    public bool IsZero => Minor == 0;

    /// <summary>An amount in units, which must have no more than two decimals.</summary>
    /// <exception cref="ArgumentException">More than two decimals, or negative.</exception>
    public static Money Of(decimal amount) => decimal.Round(amount, 2) == amount
        ? new Money((long)(amount * 100m))
        : throw new ArgumentException("More than two decimals.", nameof(amount));

    public static Money operator +(Money a, Money b) => new(a.Minor + b.Minor);

    /// <summary>The difference; a result below zero is a bug and throws.</summary>
    public static Money operator -(Money a, Money b) => new(a.Minor - b.Minor);

    public static bool operator <(Money a, Money b) => a.Minor < b.Minor;

    public static bool operator >(Money a, Money b) => a.Minor > b.Minor;

    public static bool operator <=(Money a, Money b) => a.Minor <= b.Minor;

    public static bool operator >=(Money a, Money b) => a.Minor >= b.Minor;

    public static Money Min(Money a, Money b) => a < b ? a : b;

    public static Money Max(Money a, Money b) => a > b ? a : b;

    public int CompareTo(Money other) => Minor.CompareTo(other.Minor);
}
