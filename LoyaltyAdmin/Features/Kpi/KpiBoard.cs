using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Figures by name; what was not asked for is missing, what cannot be said is null.</summary>
public sealed class KpiValues : Dictionary<KpiKey, decimal?>
{
    /// <summary>Takes over all of a portion.</summary>
    public void Add(KpiValues portion)
    {
        foreach (var (key, value) in portion)
        {
            this[key] = value;
        }
    }
}

/// <summary>What a period shows at once: days of sales and points, and the figures that follow from them.</summary>
public sealed record KpiSeries(
    KpiPeriod Period,
    DaySeries<SalesTotals> Sales,
    DaySeries<long> NewBuyers,
    DaySeries<long> NewMembers,
    DaySeries<PointsTotals> Points,
    int PointDecimals,
    KpiValues Values)
{
    /// <summary>Points as people read them.</summary>
    public decimal InPoints(long smallestParts) => smallestParts / (decimal)Math.Pow(10, PointDecimals);
}

/// <summary>The dashboard's figures in portions, so that what is at hand shows first.</summary>
public sealed class KpiBoard(KpiSales sales, KpiMembers members, KpiPoints points)
{
    /// <summary>From rollups and indexed counts.</summary>
    public async Task<KpiSeries> SeriesAsync(KpiPeriod period, CancellationToken ct)
    {
        var days = await sales.ByDayAsync(period, ct);
        var (buyers, joined) = (await sales.NewBuyersByDayAsync(period, ct), await sales.NewMembersByDayAsync(period, ct));
        var moved = await points.ByDayAsync(period, ct);
        var (total, moves) = (SalesTotals.Sum(days.In(period)), PointsTotals.Sum(moved.In(period)));
        var series = new KpiSeries(period, days, buyers, joined, moved, await points.DecimalsAsync(ct), new KpiValues
        {
            [KpiKey.Revenue] = total.Revenue,
            [KpiKey.Receipts] = total.Receipts,
            [KpiKey.AverageCheck] = total.AverageCheck,
            [KpiKey.UnitsPerReceipt] = total.UnitsPerReceipt,
            [KpiKey.EffectiveDiscount] = total.EffectiveDiscount,
            [KpiKey.Penetration] = total.Penetration,
            [KpiKey.PenetrationBySum] = total.PenetrationBySum,
            [KpiKey.NewMembers] = joined.In(period).Sum(),
            [KpiKey.NewBuyers] = buyers.In(period).Sum(),
            [KpiKey.BurnToEarn] = Ratio.Of(moves.Redeemed, moves.Issued),
            [KpiKey.Ltv] = await sales.LtvHistoricalAsync(period.To, ct),
            [KpiKey.Liability] = await points.FaceValueAsync(await points.OutstandingAsync(period.To, ct), period.To, ct),
        });
        series.Values[KpiKey.Cac] = await sales.AcquisitionSpentAsync(period, ct) is { } spent ? Ratio.Of(spent, joined.In(period).Sum()) : null;
        series.Values[KpiKey.LtvToCac] = series.Values[KpiKey.Cac] is > 0 and var cac && series.Values[KpiKey.Ltv] is { } ltv ? ltv / cac : null;
        series.Values[KpiKey.PointsIssued] = series.InPoints(moves.Issued);
        series.Values[KpiKey.PointsRedeemed] = series.InPoints(moves.Redeemed);
        series.Values[KpiKey.PointsExpired] = series.InPoints(moves.Expired);
        return series;
    }

    /// <summary>Members who bought, counted one by one where the period does not reach to today.</summary>
    public async Task<KpiValues> ActiveAsync(KpiPeriod period, CancellationToken ct) =>
        new() { [KpiKey.ActiveMembers] = await members.ActiveAsync(period, ct) };

    /// <summary>How they bought: asks each member.</summary>
    public async Task<KpiValues> HabitsAsync(KpiPeriod period, CancellationToken ct)
    {
        var habits = await members.HabitsAsync(period, ct);
        return new KpiValues
        {
            [KpiKey.PurchaseFrequency] = habits.Frequency,
            [KpiKey.RepeatRate] = habits.RepeatRate,
            [KpiKey.MeanInterval] = habits.MeanInterval,
        };
    }

    /// <summary>Who was lost by the end of the period: asks each member.</summary>
    public async Task<KpiValues> ChurnAsync(KpiPeriod period, CancellationToken ct)
    {
        var churn = await members.ChurnAsync(period.To > DateOnly.MinValue ? period.To.AddDays(-1) : period.To, ct);
        return new KpiValues { [KpiKey.ChurnFlow] = churn.Flow, [KpiKey.ChurnStock] = churn.Stock };
    }

    /// <summary>Active members of each bar of a chart.</summary>
    public Task<IReadOnlyList<long>> ActiveByBucketAsync(IReadOnlyList<KpiBucket> buckets, CancellationToken ct) =>
        members.ActiveAsync(buckets, ct);
}
