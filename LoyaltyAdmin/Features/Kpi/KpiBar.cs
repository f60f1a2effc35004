using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The figures of one bar or point of a chart.</summary>
public sealed record KpiBar(KpiBucket Bucket, SalesTotals Sales, long NewBuyers, long NewMembers, PointsTotals Points)
{
    /// <summary>A series divided.</summary>
    public static IReadOnlyList<KpiBar> Divide(KpiSeries series, KpiStep step) =>
    [
        .. KpiBucket.Divide(series.Period, step).Select(bucket => new KpiBar(
            bucket,
            SalesTotals.Sum(series.Sales.In(bucket.Period)),
            series.NewBuyers.In(bucket.Period).Sum(),
            series.NewMembers.In(bucket.Period).Sum(),
            PointsTotals.Sum(series.Points.In(bucket.Period)))),
    ];

    /// <summary>Whether a figure has a value for each bar.</summary>
    public static bool HasCourse(KpiKey key) =>
        key is KpiKey.ActiveMembers or (>= KpiKey.Revenue and <= KpiKey.PenetrationBySum) or KpiKey.NewMembers or KpiKey.NewBuyers
            or KpiKey.PointsIssued or KpiKey.PointsRedeemed or KpiKey.PointsExpired;

    /// <summary>The bar's value of a figure, to draw its course; points in smallest parts.</summary>
    public decimal? Course(KpiKey key) => key switch
    {
        KpiKey.Revenue => Sales.Revenue,
        KpiKey.Receipts => Sales.Receipts,
        KpiKey.AverageCheck => Sales.AverageCheck,
        KpiKey.UnitsPerReceipt => Sales.UnitsPerReceipt,
        KpiKey.EffectiveDiscount => Sales.EffectiveDiscount,
        KpiKey.Penetration => Sales.Penetration,
        KpiKey.PenetrationBySum => Sales.PenetrationBySum,
        KpiKey.NewMembers => NewMembers,
        KpiKey.NewBuyers => NewBuyers,
        KpiKey.PointsIssued => Points.Issued,
        KpiKey.PointsRedeemed => Points.Redeemed,
        KpiKey.PointsExpired => Points.Expired,
        _ => null,
    };

    /// <summary>Whether its day, week or other step is cut by the period or still going on.</summary>
    public bool IsIncomplete(DateOnly today) => !Bucket.IsWhole || Bucket.End > today;
}
