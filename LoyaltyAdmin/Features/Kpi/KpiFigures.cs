using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>
/// The figures of a period (R22), not rounded: money in units of currency, points in points, shares from 0 to 1. A figure
/// is null where there is nothing to divide by.
/// </summary>
public sealed record KpiFigures
{
    public required decimal Revenue { get; init; }

    public required long Receipts { get; init; }

    public required decimal? AverageCheck { get; init; }

    public required long ActiveMembers { get; init; }

    public required long NewMembers { get; init; }

    public required long NewBuyers { get; init; }

    public required decimal? PurchaseFrequency { get; init; }

    public required decimal? RepeatRate { get; init; }

    /// <summary>Days.</summary>
    public required decimal? MeanInterval { get; init; }

    public required decimal? Penetration { get; init; }

    public required decimal? ChurnFlow { get; init; }

    public required decimal? ChurnStock { get; init; }

    public required decimal? LtvHistorical { get; init; }

    public required decimal PointsIssued { get; init; }

    public required decimal PointsRedeemed { get; init; }

    public required decimal PointsExpired { get; init; }

    /// <summary>Face value of the points that members have, in units of currency.</summary>
    public required decimal Liability { get; init; }

    public required IReadOnlyList<KpiMonth> Monthly { get; init; }
}

/// <summary>One calendar month, clipped to the period. Revenue in units of currency.</summary>
public sealed record KpiMonth(
    DateOnly Month, decimal Revenue, long Receipts, long Active, long NewBuyers, decimal? AverageCheck, decimal? Frequency);

/// <summary>The customers by their three scores (R11): "555" are the best.</summary>
public sealed record RfmFigures(long Members, IReadOnlyDictionary<string, long> Cells);
