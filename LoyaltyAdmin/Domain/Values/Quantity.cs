namespace LoyaltyAdmin.Domain.Values;

/// <summary>How much of a good a line sells, in thousandths of its unit (grams of a kilogram); never negative.</summary>
public readonly record struct Quantity : IComparable<Quantity>
{
    /// <summary>So many thousandths.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public Quantity(long thousandths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(thousandths);
        Thousandths = thousandths;
    }

    public static Quantity Zero => default;

    public long Thousandths { get; }

    /// <summary>Whole units with up to three decimals.</summary>
    public decimal Amount => Thousandths / 1000m;

    /// <summary>A quantity in units, which must have no more than three decimals.</summary>
    /// <exception cref="ArgumentException">More than three decimals, or negative.</exception>
    public static Quantity Of(decimal amount) => decimal.Round(amount, 3) == amount
        ? new Quantity((long)(amount * 1000m))
        : throw new ArgumentException("More than three decimals.", nameof(amount));

    public static Quantity operator +(Quantity a, Quantity b) => new(a.Thousandths + b.Thousandths);

    public static Quantity operator -(Quantity a, Quantity b) => new(a.Thousandths - b.Thousandths);

    public static bool operator <(Quantity a, Quantity b) => a.Thousandths < b.Thousandths;

    public static bool operator >(Quantity a, Quantity b) => a.Thousandths > b.Thousandths;

    public static bool operator <=(Quantity a, Quantity b) => a.Thousandths <= b.Thousandths;

    public static bool operator >=(Quantity a, Quantity b) => a.Thousandths >= b.Thousandths;

    public static Quantity Min(Quantity a, Quantity b) => a < b ? a : b;

    public int CompareTo(Quantity other) => Thousandths.CompareTo(other.Thousandths);
}
