using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;

namespace LoyaltyAdmin.Api.V1;

/// <summary>The figures of a period: money in units of currency, points in points, shares from 0 to 1.</summary>
public sealed record KpiAnswer
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

    public required decimal Liability { get; init; }

    public required IReadOnlyList<MonthAnswer> Monthly { get; init; }

    public static KpiAnswer Of(KpiFigures figures) => new()
    {
        Revenue = figures.Revenue,
        Receipts = figures.Receipts,
        AverageCheck = figures.AverageCheck,
        ActiveMembers = figures.ActiveMembers,
        NewMembers = figures.NewMembers,
        NewBuyers = figures.NewBuyers,
        PurchaseFrequency = figures.PurchaseFrequency,
        RepeatRate = figures.RepeatRate,
        MeanInterval = figures.MeanInterval,
        Penetration = figures.Penetration,
        ChurnFlow = figures.ChurnFlow,
        ChurnStock = figures.ChurnStock,
        LtvHistorical = figures.LtvHistorical,
        PointsIssued = figures.PointsIssued,
        PointsRedeemed = figures.PointsRedeemed,
        PointsExpired = figures.PointsExpired,
        Liability = figures.Liability,
        Monthly = [.. figures.Monthly.Select(MonthAnswer.Of)],
    };

    internal static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

/// <summary>The figures of one calendar month (<c>YYYY-MM</c>), clipped to the period.</summary>
public sealed record MonthAnswer(
    string Month, decimal Revenue, long Receipts, long Active, long NewBuyers, decimal? AverageCheck, decimal? Frequency)
{
    public static MonthAnswer Of(KpiMonth month) => new(
        KpiAnswer.Name(month.Month), month.Revenue, month.Receipts, month.Active, month.NewBuyers, month.AverageCheck, month.Frequency);
}

/// <summary>What became of the members whose first receipt was in one month, month by month from that one on.</summary>
public sealed record CohortAnswer(
    string Cohort, long Size, IReadOnlyList<long> Active, IReadOnlyList<decimal> Rate, IReadOnlyList<decimal> CumulativeLtv)
{
    public static CohortAnswer Of(CohortCurve curve) =>
        new(KpiAnswer.Name(curve.Cohort), curve.Size, curve.Active, curve.Rate, curve.CumulativeLtv);
}
