using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Tests.Domain.Kpi;

/// <summary>R22: a period is [from, to) in days.</summary>
public sealed class KpiPeriodTests
{
    [Theory]
    [InlineData("2026-03-01", "2026-04-01", "2026-02-01")]
    [InlineData("2026-01-01", "2026-04-01", "2025-10-01")]
    [InlineData("2026-03-02", "2026-03-12", "2026-02-20")]
    public void The_previous_period_has_as_many_months_or_else_as_many_days(string from, string to, string previous) =>
        Assert.Equal(Of(previous, from), Of(from, to).Previous());

    [Fact]
    public void There_is_no_period_before_the_calendar() => Assert.Null(new KpiPeriod(DateOnly.MinValue, new DateOnly(2026, 1, 1)).Previous());

    [Fact]
    public void A_period_that_ends_before_it_begins_is_empty() => Assert.True(Of("2026-03-02", "2026-03-01").IsEmpty);

    [Fact]
    public void Weeks_begin_on_Monday_and_the_first_and_last_are_clipped()
    {
        var weeks = KpiBucket.Divide(Of("2026-03-04", "2026-03-18"), KpiStep.Week);

        Assert.Equal([Of("2026-03-04", "2026-03-09"), Of("2026-03-09", "2026-03-16"), Of("2026-03-16", "2026-03-18")], weeks.Select(w => w.Period));
        Assert.Equal([false, true, false], weeks.Select(w => w.IsWhole));
    }

    [Theory]
    [InlineData(30, KpiStep.Day)]
    [InlineData(92, KpiStep.Week)]
    [InlineData(365, KpiStep.Month)]
    [InlineData(5 * 365, KpiStep.Month)]
    [InlineData(10 * 365, KpiStep.Quarter)]
    [InlineData(30 * 365, KpiStep.Year)]
    public void Charts_have_neither_too_few_nor_too_many_points(int days, KpiStep step) =>
        Assert.Equal(step, KpiBucket.StepFor(new KpiPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1).AddDays(days))));

    [Fact]
    public void No_chart_of_sixty_years_or_less_has_more_than_some_sixty_points()
    {
        for (var days = 1; days <= 21_915; days += 7)
        {
            var period = new KpiPeriod(new DateOnly(1970, 2, 17), new DateOnly(1970, 2, 17).AddDays(days));
            var buckets = KpiBucket.Divide(period, KpiBucket.StepFor(period));

            Assert.InRange(buckets.Count, 1, 62);
            Assert.Equal((period.From, period.To, days), (buckets[0].Period.From, buckets[^1].Period.To, buckets.Sum(b => b.Period.Days)));
        }
    }

    [Fact]
    public void Quarters_and_years_begin_with_their_calendar_and_are_clipped()
    {
        var quarters = KpiBucket.Divide(Of("2026-02-10", "2026-07-02"), KpiStep.Quarter);
        var years = KpiBucket.Divide(Of("2024-12-31", "2026-01-01"), KpiStep.Year);

        Assert.Equal([Of("2026-02-10", "2026-04-01"), Of("2026-04-01", "2026-07-01"), Of("2026-07-01", "2026-07-02")], quarters.Select(b => b.Period));
        Assert.Equal([Of("2024-12-31", "2025-01-01"), Of("2025-01-01", "2026-01-01")], years.Select(b => b.Period));
        Assert.Equal([false, true], years.Select(b => b.IsWhole));
    }

    [Fact]
    public void R12_churn_looks_at_ninety_days_and_the_ninety_before_them()
    {
        var window = new ChurnWindow(new DateOnly(1998, 6, 30));

        Assert.Equal(Of("1998-04-01", "1998-07-01"), window.Alive);
        Assert.Equal(Of("1998-01-02", "1998-04-02"), window.Before);
        Assert.Equal(Of("1998-04-02", "1998-07-01"), window.After);
    }

    [Fact]
    public void R22_a_cohort_keeps_quiet_months_and_counts_early_refunds_with_its_first()
    {
        var month = new DateOnly(2026, 1, 1);
        var curve = CohortCurve.Of(
            month,
            [
                new CohortMonth { Cohort = month, Month = month.AddMonths(-1), Revenue = -500 },
                new CohortMonth { Cohort = month, Month = month, Active = 2, Receipts = 2, Revenue = 3_500 },
                new CohortMonth { Cohort = month, Month = month.AddMonths(2), Active = 1, Receipts = 1, Revenue = 1_000 },
            ],
            month.AddMonths(2));

        Assert.Equal([2L, 0, 1], curve.Active);
        Assert.Equal([1m, 0, 0.5m], curve.Rate);
        Assert.Equal([15m, 15m, 20m], curve.CumulativeLtv);
    }

    private static KpiPeriod Of(string from, string to) => new(
        DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));
}
