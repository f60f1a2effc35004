using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Features.Kpi;

/// <summary>Compares the figures of a database with those that were computed independently, to their last digit.</summary>
public static class KpiReference
{
    public static async Task CompareAsync(TestDatabase database, JsonElement expected, KpiPeriod period)
    {
        var kpi = database.Get<KpiQueries>();
        var figures = await kpi.GetAsync(period, default);
        Assert.Multiple(
            () => CompareTotals(expected, figures),
            () => CompareMonths(expected, figures.Monthly));
        CompareCohorts(expected, await kpi.CohortsAsync(period, default));
        CompareRfm(expected.GetProperty("rfm"), await kpi.RfmAsync(period.To, default));
        foreach (var day in expected.GetProperty("churn").EnumerateArray())
        {
            CompareChurn(day, await database.Get<KpiMembers>().ChurnAsync(DayOf(day, "as_of"), default));
        }
    }

    private static void CompareTotals(JsonElement expected, KpiFigures figures)
    {
        Assert.Equal(Whole(expected, "rows"), figures.Receipts);
        Assert.Equal(Whole(expected, "customers"), figures.ActiveMembers);
        Assert.Equal(Whole(expected, "customers"), figures.NewBuyers);
        Assert.Equal(Whole(expected, "customers"), figures.NewMembers);
        Same(expected, "revenue", figures.Revenue);
        Same(expected, "average_check", figures.AverageCheck);
        Same(expected, "purchase_frequency", figures.PurchaseFrequency);
        Same(expected, "ltv_historic", figures.LtvHistorical);
        Same(expected, "repeat_rate", figures.RepeatRate);
        Same(expected, "mean_days_between", figures.MeanInterval);
        Assert.Equal(1, figures.Penetration);
        var last = expected.GetProperty("churn").EnumerateArray().Last();
        Same(last, "rate", figures.ChurnStock);
        Same(last, "flow_rate", figures.ChurnFlow);
    }

    private static void CompareMonths(JsonElement expected, IReadOnlyList<KpiMonth> months)
    {
        var reference = expected.GetProperty("monthly").EnumerateArray().ToList();
        Assert.Equal(reference.Count, months.Count);
        foreach (var (month, figures) in reference.Zip(months))
        {
            Assert.Equal(month.GetProperty("month").GetString(), figures.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            Assert.Equal(Whole(month, "purchases"), figures.Receipts);
            Assert.Equal(Whole(month, "active"), figures.Active);
            Assert.Equal(Whole(month, "new"), figures.NewBuyers);
            Same(month, "revenue", figures.Revenue);
            Same(month, "average_check", figures.AverageCheck);
            Same(month, "frequency", figures.Frequency);
        }
    }

    private static void CompareCohorts(JsonElement expected, IReadOnlyList<CohortCurve> cohorts)
    {
        var reference = expected.GetProperty("cohorts").EnumerateArray().ToList();
        Assert.Equal(reference.Count, cohorts.Count);
        foreach (var (cohort, curve) in reference.Zip(cohorts))
        {
            Assert.Equal(cohort.GetProperty("cohort").GetString(), curve.Cohort.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            Assert.Equal(Whole(cohort, "size"), curve.Size);
            Assert.Equal(cohort.GetProperty("active").EnumerateArray().Select(a => a.GetInt64()), curve.Active);
            SameList(cohort.GetProperty("rate"), curve.Rate, 6);
            SameList(cohort.GetProperty("cumulative_ltv"), curve.CumulativeLtv, 4);
        }
    }

    private static void CompareRfm(JsonElement expected, RfmFigures rfm)
    {
        Assert.Equal(Whole(expected, "customers"), rfm.Members);
        Assert.Equal(
            expected.GetProperty("value_cells").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetInt64()),
            rfm.Cells.ToDictionary());
    }

    private static void CompareChurn(JsonElement expected, ChurnFigures churn)
    {
        Assert.Equal(Whole(expected, "base"), churn.Customers);
        Assert.Equal(Whole(expected, "churned_90"), churn.Customers - churn.Alive);
        Same(expected, "rate", churn.Stock);
        Assert.Equal(Whole(expected, "flow_base"), churn.Asked);
        Assert.Equal(Whole(expected, "flow_lost"), churn.Lost);
        if (churn.Flow is not null)
        {
            Same(expected, "flow_rate", churn.Flow);
        }
    }

    private static void SameList(JsonElement expected, IReadOnlyList<decimal> actual, int decimals) => Assert.Equal(
        expected.EnumerateArray().Select(number => number.GetDecimal()),
        actual.Select(value => decimal.Round(value, decimals)));

    /// <summary>The reference gives averages and shares with six decimals; zeros at the end do not show.</summary>
    private static void Same(JsonElement expected, string name, decimal? actual)
    {
        Assert.NotNull(actual);
        Assert.Equal(expected.GetProperty(name).GetDecimal(), decimal.Round(actual.Value, 6));
    }

    private static long Whole(JsonElement figures, string name) => figures.GetProperty(name).GetInt64();

    private static DateOnly DayOf(JsonElement figures, string name) =>
        DateOnly.ParseExact(figures.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
