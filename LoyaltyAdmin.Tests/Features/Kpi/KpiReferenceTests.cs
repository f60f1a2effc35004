using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

/// <summary>R11, R12, R13 and R22 on real purchases, against figures that were computed independently, to their last digit.</summary>
public sealed class KpiReferenceTests
{
    [ReferenceDataFact]
    public async Task CDNOW_gives_the_figures_of_the_reference()
    {
        var deals = File.ReadLines(ReferenceData.PathOf("cdnow", "CDNOW_master.txt"))
            .Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(cells => new Deal(
                long.Parse(cells[0], CultureInfo.InvariantCulture),
                DateOnly.ParseExact(cells[1], "yyyyMMdd", CultureInfo.InvariantCulture),
                Hundredths(cells[3])));
        await CompareAsync(deals, ReferenceData.Figures("cdnow_master"), new KpiPeriod(new DateOnly(1997, 1, 1), new DateOnly(1998, 7, 1)));
    }

    [ReferenceDataFact]
    public async Task Complete_Journey_gives_the_figures_of_the_reference()
    {
        var deals = File.ReadLines(ReferenceData.PathOf("completejourney", "transactions_sample.csv"))
            .Skip(1)
            .Select(line => line.Replace("\"", "", StringComparison.Ordinal).Split(','))
            .GroupBy(cells => (Household: cells[0], Basket: cells[2]))
            .Select(basket => new Deal(
                long.Parse(basket.Key.Household, CultureInfo.InvariantCulture),
                DateOnly.ParseExact(basket.First()[10][..10], "yyyy-MM-dd", CultureInfo.InvariantCulture),
                basket.Sum(cells => Hundredths(cells[5])),
                Store: basket.First()[1]));
        await CompareAsync(deals, ReferenceData.Figures("completejourney_baskets"), new KpiPeriod(new DateOnly(2017, 1, 1), new DateOnly(2018, 1, 1)));
    }

    private static async Task CompareAsync(IEnumerable<Deal> deals, JsonElement expected, KpiPeriod period)
    {
        using var database = await TestDatabase.WithProgramAsync(more: services =>
        {
            services.AddSingleton<ProgramTimelines>();
            services.AddKpi();
        });
        var shop = new RawShop(database);
        foreach (var batch in deals.OrderBy(d => d.Day).Chunk(10_000))
        {
            await shop.PostAsync(batch);
        }

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

        Assert.Empty(await database.Make<CheckRollups>().ExecuteAsync(default));
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

    private static long Hundredths(string amount) =>
        (long)decimal.Round(decimal.Parse(amount, NumberStyles.Float, CultureInfo.InvariantCulture) * 100m);
}
