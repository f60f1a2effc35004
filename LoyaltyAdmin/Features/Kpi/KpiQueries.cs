using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>All figures of a period together, for the REST API and the workbook; the dashboard asks for them one by one.</summary>
public sealed class KpiQueries(KpiSales sales, KpiMembers members, KpiPoints points, KpiCohorts cohorts, KpiRfm rfm)
{
    /// <summary>The figures of a period; an empty one has zeros and nulls.</summary>
    public async Task<KpiFigures> GetAsync(KpiPeriod period, CancellationToken ct)
    {
        var days = await sales.ByDayAsync(period, ct);
        var newBuyers = await sales.NewBuyersByDayAsync(period, ct);
        var newMembers = await sales.NewMembersByDayAsync(period, ct);
        var moved = PointsTotals.Sum((await points.ByDayAsync(period, ct)).In(period));
        var habits = await members.HabitsAsync(period, ct);
        var churn = period.To > DateOnly.MinValue ? await members.ChurnAsync(period.To.AddDays(-1), ct) : null;
        var total = SalesTotals.Sum(days.In(period));
        return new KpiFigures
        {
            Revenue = total.Revenue,
            Receipts = total.Receipts,
            AverageCheck = total.AverageCheck,
            ActiveMembers = habits.Buyers,
            NewMembers = newMembers.In(period).Sum(),
            NewBuyers = newBuyers.In(period).Sum(),
            PurchaseFrequency = habits.Frequency,
            RepeatRate = habits.RepeatRate,
            MeanInterval = habits.MeanInterval,
            Penetration = total.Penetration,
            ChurnFlow = churn?.Flow,
            ChurnStock = churn?.Stock,
            LtvHistorical = await sales.LtvHistoricalAsync(period.To, ct),
            PointsIssued = await points.InPointsAsync(moved.Issued, ct),
            PointsRedeemed = await points.InPointsAsync(moved.Redeemed, ct),
            PointsExpired = await points.InPointsAsync(moved.Expired, ct),
            Liability = await points.FaceValueAsync(await points.OutstandingAsync(period.To, ct), period.To, ct),
            Monthly = await MonthlyAsync(period, days, newBuyers, ct),
        };
    }

    /// <summary>Cohorts of months with a first receipt in the period.</summary>
    public Task<IReadOnlyList<CohortCurve>> CohortsAsync(KpiPeriod period, CancellationToken ct) => cohorts.GetAsync(period, ct);

    /// <summary>Customers by their scores as of a day (exclusive).</summary>
    public Task<RfmFigures> RfmAsync(DateOnly asOf, CancellationToken ct) => rfm.GetAsync(asOf, ct);

    private async Task<IReadOnlyList<KpiMonth>> MonthlyAsync(
        KpiPeriod period, DaySeries<SalesTotals> days, DaySeries<long> newBuyers, CancellationToken ct)
    {
        if (days.Days.Count == 0)
        {
            return [];
        }

        // From the first to the last month that has something; a long period has many that have not.
        var (first, last) = (new KpiBucket(KpiStep.Month, new KpiPeriod(days.Days[0].Day, period.To)).Start, days.Days[^1].Day);
        var end = new KpiBucket(KpiStep.Month, new KpiPeriod(last, period.To)).End;
        var buckets = KpiBucket.Divide(new KpiPeriod(first, end).Within(period), KpiStep.Month);
        var active = await members.ActiveAsync(buckets, ct);
        return [.. buckets.Select((bucket, i) =>
        {
            var total = SalesTotals.Sum(days.In(bucket.Period));
            return new KpiMonth(
                bucket.Start, total.Revenue, total.Receipts, active[i], newBuyers.In(bucket.Period).Sum(),
                total.AverageCheck, Ratio.Of(total.MemberReceipts, active[i]));
        })];
    }
}
