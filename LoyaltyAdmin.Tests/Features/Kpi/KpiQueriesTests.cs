using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class KpiQueriesTests : IAsyncLifetime
{
    private static readonly KpiPeriod FirstQuarter = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 1));
    private TestDatabase database = null!;
    private RawShop shop = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.WithProgramAsync(more: services =>
        {
            services.AddPrograms();
            services.AddKpi();
        });
        shop = new RawShop(database);
    }

    [Fact]
    public async Task A_period_without_anything_has_zeros_and_nothing_to_divide()
    {
        var figures = await database.Get<KpiQueries>().GetAsync(FirstQuarter, default);

        Assert.Equal((0m, 0L, 0L), (figures.Revenue, figures.Receipts, figures.ActiveMembers));
        Assert.Null(figures.AverageCheck);
        Assert.Null(figures.ChurnStock);
        Assert.Null(figures.LtvHistorical);
        Assert.Empty(figures.Monthly);
        Assert.Empty(await database.Get<KpiQueries>().CohortsAsync(FirstQuarter, default));
        Assert.Equal(0, (await database.Get<KpiQueries>().RfmAsync(FirstQuarter.To, default)).Members);
    }

    [Theory]
    [InlineData("0001-01-01", "0001-01-01")]
    [InlineData("0001-01-01", "9999-12-31")]
    [InlineData("2026-03-01", "2026-01-01")]
    public async Task Periods_at_the_ends_of_the_calendar_and_reversed_ones_are_no_error(string from, string to)
    {
        await shop.PostAsync(new Deal(1, new DateOnly(2026, 1, 5), 1_000));
        var period = new KpiPeriod(DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd"));

        var figures = await database.Get<KpiQueries>().GetAsync(period, default);

        Assert.Equal(period.Days > 400 ? 10m : 0m, figures.Revenue);
        Assert.Equal(period.Days > 400 ? 1 : 0, figures.Monthly.Count);
    }

    [Fact]
    public async Task R22_refunds_lower_the_revenue_of_their_own_day_and_receipts_stay()
    {
        await shop.PostAsync(
            new Deal(1, new DateOnly(2026, 1, 5), 10_000),
            new Deal(null, new DateOnly(2026, 1, 6), 2_000),
            new Deal(1, new DateOnly(2026, 2, 1), 4_000, IsReturn: true));

        var figures = await database.Get<KpiQueries>().GetAsync(FirstQuarter, default);

        Assert.Equal(80m, figures.Revenue);
        Assert.Equal(2, figures.Receipts);
        Assert.Equal(40m, figures.AverageCheck);
        Assert.Equal(0.5m, figures.Penetration);
        Assert.Equal(60m, figures.LtvHistorical);
        Assert.Equal([120m, -40m], figures.Monthly.Select(m => m.Revenue));
        Assert.Equal([1L, 0L], figures.Monthly.Select(m => m.Active));
    }

    [Fact]
    public async Task Months_that_the_period_cuts_count_only_its_days()
    {
        await shop.PostAsync(
            new Deal(1, new DateOnly(2026, 1, 5), 1_000), new Deal(2, new DateOnly(2026, 1, 20), 1_000),
            new Deal(1, new DateOnly(2026, 2, 5), 1_000),
            new Deal(1, new DateOnly(2026, 3, 5), 1_000), new Deal(2, new DateOnly(2026, 3, 20), 1_000));
        var period = new KpiPeriod(new DateOnly(2026, 1, 10), new DateOnly(2026, 3, 10));

        var figures = await database.Get<KpiQueries>().GetAsync(period, default);
        var cohort = Assert.Single(await database.Get<KpiQueries>().CohortsAsync(period, default));

        Assert.Equal([1L, 1L, 1L], figures.Monthly.Select(m => m.Active));
        Assert.Equal([2L, 1L, 1L], cohort.Active);
        Assert.Equal(2, await database.Get<KpiMembers>().ActiveAsync(period, default));
    }

    [Fact]
    public async Task Long_periods_count_active_members_by_quarters_and_years_each_member_once()
    {
        await shop.PostAsync(
            new Deal(1, new DateOnly(2024, 1, 5), 1_000), new Deal(1, new DateOnly(2024, 3, 20), 1_000), new Deal(2, new DateOnly(2024, 5, 20), 1_000),
            new Deal(1, new DateOnly(2025, 12, 31), 1_000), new Deal(2, new DateOnly(2026, 1, 1), 1_000), new Deal(null, new DateOnly(2026, 1, 2), 1_000));
        var period = new KpiPeriod(new DateOnly(2024, 1, 1), new DateOnly(2026, 1, 10));

        var quarters = await database.Get<KpiMembers>().ActiveAsync(KpiBucket.Divide(period, KpiStep.Quarter), default);
        var years = await database.Get<KpiMembers>().ActiveAsync(KpiBucket.Divide(period, KpiStep.Year), default);

        Assert.Equal([1L, 1, 0, 0, 0, 0, 0, 1, 1], quarters);
        Assert.Equal([2L, 1, 1], years);
    }

    [Fact]
    public async Task R12_ninety_days_of_silence_are_not_yet_churn_and_ninety_one_are()
    {
        var day = new DateOnly(2026, 6, 30);
        await shop.PostAsync(new Deal(1, day.AddDays(-90), 100), new Deal(2, day.AddDays(-91), 100), new Deal(3, day, 100));

        var churn = await database.Get<KpiMembers>().ChurnAsync(day, default);

        Assert.Equal((3L, 2L), (churn.Customers, churn.Alive));
        Assert.Equal(1m, churn.Flow);
    }

    [Fact]
    public async Task R22_intervals_lie_between_distinct_days()
    {
        await shop.PostAsync(
            new Deal(1, new DateOnly(2026, 1, 1), 100), new Deal(1, new DateOnly(2026, 1, 1), 100), new Deal(1, new DateOnly(2026, 1, 11), 100),
            new Deal(2, new DateOnly(2026, 1, 1), 100), new Deal(2, new DateOnly(2026, 1, 1), 100),
            new Deal(3, new DateOnly(2026, 1, 1), 100), new Deal(3, new DateOnly(2026, 1, 31), 100));

        var habits = await database.Get<KpiMembers>().HabitsAsync(FirstQuarter, default);

        Assert.Equal(20m, habits.MeanInterval);
        Assert.Equal(1m, habits.RepeatRate);
        Assert.Equal(7m / 3m, habits.Frequency);
    }

    [Fact]
    public async Task R11_few_customers_are_told_apart_in_thirds_and_equal_ones_alike()
    {
        await shop.PostAsync([.. Enumerable.Range(1, 6).Select(i => new Deal(i, new DateOnly(2026, 1, i), 100 * ((i + 1) / 2)))]);

        var rfm = await database.Get<KpiQueries>().RfmAsync(FirstQuarter.To, default);

        Assert.Equal(new Dictionary<string, long> { ["111"] = 2, ["212"] = 2, ["313"] = 2 }, rfm.Cells.ToDictionary());
    }

    [Fact]
    public async Task R11_a_purchase_older_than_the_window_does_not_count()
    {
        var asOf = new DateOnly(2026, 4, 1);
        await shop.PostAsync(new Deal(1, asOf.AddMonths(-24).AddDays(-1), 100), new Deal(2, asOf.AddMonths(-24), 100), new Deal(3, asOf, 100));

        Assert.Equal(1, (await database.Get<KpiQueries>().RfmAsync(asOf, default)).Members);
    }

    [Fact]
    public async Task Points_past_their_time_count_as_expired_before_the_nightly_run()
    {
        var clock = database.Clock;
        var zone = (await database.Get<ProgramTimelines>().GetAsync(default)).CalendarAt(clock.UtcNow);
        var lastDay = new DateOnly(2026, 3, 5);
        await shop.PostAsync(new Deal(1, new DateOnly(2026, 1, 5), 100_000));
        await database.AddAsync(
            Entry(1, EntryKind.Accrual, 50, new DateOnly(2026, 1, 5)),
            Entry(2, EntryKind.OpeningBalance, 10, new DateOnly(2026, 1, 5)),
            Entry(3, EntryKind.Redemption, 20, new DateOnly(2026, 2, 5)),
            Entry(4, EntryKind.Restore, 5, new DateOnly(2026, 2, 6)));
        await database.AddAsync(Lot(1, 50, 35, zone.StartOf(lastDay.AddDays(1))), Lot(2, 10, 10, ProgramCalendar.Never));
        await database.Make<LoyaltyAdmin.Features.Rollups.RebuildRollups>().ExecuteAsync(LoyaltyAdmin.Security.Actor.System("test"), default);

        var through = await database.Get<KpiQueries>().GetAsync(new KpiPeriod(new DateOnly(2026, 1, 1), lastDay.AddDays(1)), default);
        var before = await database.Get<KpiQueries>().GetAsync(new KpiPeriod(new DateOnly(2026, 1, 1), lastDay), default);

        Assert.Equal((50m, 15m, 35m, 10m), (through.PointsIssued, through.PointsRedeemed, through.PointsExpired, through.Liability));
        Assert.Equal((0m, 45m), (before.PointsExpired, before.Liability));
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    private static LedgerEntry Entry(long id, EntryKind kind, long points, DateOnly day) => new()
    {
        Id = id,
        AccountId = 1,
        Kind = kind,
        Points = new Points(points),
        At = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        Day = day,
        RecordedAt = DateTime.UnixEpoch,
    };

    private static PointsLot Lot(long id, long amount, long remaining, DateTime expiresAt) => new()
    {
        Id = id,
        AccountId = 1,
        EntryId = id,
        Amount = new Points(amount),
        Remaining = new Points(remaining),
        RuleKey = "main",
        EarnedAt = DateTime.UnixEpoch,
        ActivatesAt = DateTime.UnixEpoch,
        ExpiresAt = expiresAt,
    };
}
