using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Kpi;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class DashboardChoiceTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly KpiPeriod Current = new(new DateOnly(2024, 1, 1), new DateOnly(2026, 3, 11));
    private static readonly KpiPeriod Historic = new(new DateOnly(1997, 1, 1), new DateOnly(1998, 7, 1));

    [Fact]
    public void The_first_look_shows_the_last_thirty_days() =>
        Assert.Equal(new KpiPeriod(new DateOnly(2026, 2, 9), new DateOnly(2026, 3, 11)), Of(null, Current).Period);

    [Fact]
    public void The_first_look_at_old_purchases_shows_the_last_year_that_has_any_and_says_so()
    {
        var choice = Of(null, Historic);

        Assert.Equal(new KpiPeriod(new DateOnly(1997, 7, 1), new DateOnly(1998, 7, 1)), choice.Period);
        Assert.True(choice.IsHistoric);
    }

    [Fact]
    public void A_previous_period_in_which_the_data_begin_is_not_compared_with()
    {
        Assert.Null(Of("all", Historic).Previous);
        Assert.Null(Of("latestyear", Historic).Previous);
        Assert.Equal(new KpiPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), Of("lastmonth", Current).Previous);
    }

    [Theory]
    [InlineData("thismonth", "2026-03-01", "2026-03-11")]
    [InlineData("lastmonth", "2026-02-01", "2026-03-01")]
    [InlineData("thisquarter", "2026-01-01", "2026-03-11")]
    [InlineData("thisyear", "2026-01-01", "2026-03-11")]
    [InlineData("lastyear", "2025-01-01", "2026-01-01")]
    [InlineData("all", "2024-01-01", "2026-03-11")]
    [InlineData("nonsense", "2026-02-09", "2026-03-11")]
    [InlineData("custom", "2026-02-09", "2026-03-11")]
    public void A_named_period_is_of_today(string name, string from, string to) =>
        Assert.Equal((from, to), (Of(name, Current).Period.From.ToString("yyyy-MM-dd"), Of(name, Current).Period.To.ToString("yyyy-MM-dd")));

    [Fact]
    public void An_address_says_the_whole_choice()
    {
        var choice = DashboardChoice.Of(null, "2026-01-05", "2026-02-05", "no", "ltv", Today, Current);

        Assert.Equal("/?from=2026-01-05&to=2026-02-05&compare=no&cohorts=ltv", choice.ToAddress());
        Assert.Null(choice.Previous);
        Assert.Equal("/receipts?from=2026-01-05&to=2026-02-04", choice.ToRows(KpiRows.Receipts));
    }

    [Theory]
    [InlineData("0001-01-01", "9999-12-31", "1997-01-01", "1998-07-01")]
    [InlineData("1900-01-01", "1998-01-01", "1997-01-01", "1998-01-01")]
    [InlineData("1999-01-01", "9999-01-01", "1997-01-01", "1998-07-01")]
    [InlineData("1990-01-01", "2020-01-01", "1990-01-01", "2020-01-01")]
    public void Of_more_than_a_lifetime_only_the_days_with_data_are_shown(string from, string to, string shownFrom, string shownTo) => Assert.Equal(
        new KpiPeriod(DateOnly.Parse(shownFrom, CultureInfo.InvariantCulture), DateOnly.Parse(shownTo, CultureInfo.InvariantCulture)),
        DashboardChoice.Of(null, from, to, null, null, Today, Historic).Period);

    [Fact]
    public void Days_the_wrong_way_round_are_passed_over() =>
        Assert.Equal(PeriodPreset.Last30Days, DashboardChoice.Of(null, "2026-02-05", "2026-01-05", null, null, Today, Current).Preset);

    [Theory]
    [InlineData(KpiKey.Revenue, 110, 100, 0.1, true)]
    [InlineData(KpiKey.ChurnFlow, 0.3, 0.25, 0.05, false)]
    [InlineData(KpiKey.Liability, 90, 100, -0.1, null)]
    [InlineData(KpiKey.Revenue, -50, -100, 0.5, true)]
    public void A_change_is_relative_and_of_shares_in_points_and_knows_whether_it_is_good(KpiKey key, double now, double then, double difference, bool? good)
    {
        var definition = KpiCatalog.Groups.SelectMany(g => g.Figures).Single(f => f.Key == key);

        Assert.Equal(new KpiChange((decimal)difference, good), KpiChange.Of(definition, (decimal)now, (decimal)then));
        Assert.Null(KpiChange.Of(definition, null, (decimal)then));
    }

    [Fact]
    public void Every_figure_is_on_the_dashboard_once() =>
        Assert.Equal(Enum.GetValues<KpiKey>(), KpiCatalog.Groups.SelectMany(g => g.Figures).Select(f => f.Key).Order());

    private static DashboardChoice Of(string? name, KpiPeriod data) => DashboardChoice.Of(name, null, null, null, null, Today, data);
}
