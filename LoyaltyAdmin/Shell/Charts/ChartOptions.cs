namespace LoyaltyAdmin.Shell.Charts;

/// <summary>What a chart shows and how. A new object redraws it, the same object does not.</summary>
public sealed record ChartOptions
{
    /// <summary>The subject, in words.</summary>
    public required string Title { get; init; }

    public required ChartKind Kind { get; init; }

    /// <summary>Names of the buckets along the axis (of a donut: of its parts), already in the person's language.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>At most five; a donut takes its first, a heatmap a row for each.</summary>
    public required IReadOnlyList<ChartSeries> Series { get; init; }

    public ChartUnit Unit { get; init; } = ChartUnit.Count;

    /// <summary>The sign or word after a number: a currency's sign, "points". A share has its own.</summary>
    public string UnitText { get; init; } = "";

    /// <summary>Digits after the point in full figures.</summary>
    public int Decimals { get; init; }

    /// <summary>Whether the last bucket is still being filled (today, this month).</summary>
    public bool LastIncomplete { get; init; }

    /// <summary>Where the axis of figures ends; null for where they do. Of parts of a whole: 1.</summary>
    public decimal? Highest { get; init; }

    /// <summary>In pixels.</summary>
    public int Height { get; init; } = 280;
}
