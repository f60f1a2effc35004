namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>
/// The days that churn at the end of a day looks at (R12), each a period in the usual sense. A customer whose latest
/// purchase is exactly <see cref="Silence"/> days old is not yet lost to the stock figure, and is to the flow figure.
/// </summary>
public readonly record struct ChurnWindow(DateOnly LastDay)
{
    /// <summary>Days without a purchase after which a customer counts as lost.</summary>
    public const int Silence = 90;

    private DateOnly End => LastDay.AddDays(1);

    /// <summary>Who bought in these days is alive: [D − 90, D].</summary>
    public KpiPeriod Alive => new(LastDay.AddDays(-Silence), End);

    /// <summary>Who bought in these days is asked about: (D − 180, D − 90].</summary>
    public KpiPeriod Before => new(End.AddDays(-2 * Silence), End.AddDays(-Silence));

    /// <summary>Who did not buy in these days was lost: (D − 90, D].</summary>
    public KpiPeriod After => new(Before.To, End);
}
