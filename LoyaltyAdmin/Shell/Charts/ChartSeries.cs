namespace LoyaltyAdmin.Shell.Charts;

/// <summary>One thing over all buckets; a null is a gap. A share of 12.5% is 0.125.</summary>
/// <param name="Name">In the person's language.</param>
/// <param name="Color">The same for the same thing on every page.</param>
/// <param name="Values">One for each category.</param>
public sealed record ChartSeries(string Name, ChartColor Color, IReadOnlyList<decimal?> Values)
{
    /// <summary>The same in the period before, drawn as a thin line; null for none.</summary>
    public IReadOnlyList<decimal?>? Previous { get; init; }
}
