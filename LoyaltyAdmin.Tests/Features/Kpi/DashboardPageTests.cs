using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Kpi;

public sealed class DashboardPageTests : LoyaltyPageTest
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    public DashboardPageTests()
    {
        Services.AddPrograms();
        Services.AddExcel();
        Services.AddDemo();
        Services.AddKpi();
    }

    [Fact]
    public async Task A_portal_without_purchases_says_what_to_do_first()
    {
        await BeginAsync();

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.Equal(
            ["/program/setup", "/imports", "/api-keys"], page.FindAll(".start a").Select(a => a.GetAttribute("href"))));
    }

    [Fact]
    public async Task Each_figure_has_its_value_its_change_and_its_definition()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(
            new Deal(1, Today.AddDays(-400), 500), new Deal(1, Today.AddDays(-35), 10_000), new Deal(1, Today.AddDays(-3), 12_000));

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() =>
        {
            var revenue = page.FindAll(".kpi-tile").Single(t => t.QuerySelector(".kpi-name")!.TextContent.StartsWith("Net revenue", StringComparison.Ordinal));
            Assert.Contains("120.00", revenue.QuerySelector(".kpi-value")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("+20.0%", revenue.QuerySelector(".kpi-change.good")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("less refunds", page.Find($"#{revenue.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
            Assert.Empty(page.FindAll(".kpi-tile .skeleton"));
        });
    }

    [Fact]
    public async Task Old_purchases_are_shown_at_once_and_the_page_says_why()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(new Deal(1, new DateOnly(1998, 6, 30), 12_300));

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() =>
        {
            Assert.Contains("latest 12 months", page.Find(".note").TextContent, StringComparison.Ordinal);
            Assert.Contains("123.00", page.Find(".kpi-value").TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_address_chooses_the_days()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(new Deal(1, Today.AddDays(-100), 5_000), new Deal(1, Today, 7_000));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/?from=2025-11-01&to=2025-12-31&compare=no");

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("50.00", page.Find(".kpi-value").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".kpi-change"));
    }

    [Fact]
    public async Task Whoever_may_not_export_sees_no_workbook()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(new Deal(1, Today, 7_000));
        var allowed = Render<DashboardPage>();
        allowed.WaitForAssertion(() => Assert.Single(allowed.FindAll("a[download]")));

        SignIn("Nobody");
        var page = Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".kpi-value.figure")));
        Assert.Empty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task While_the_demo_shop_is_made_its_progress_stands_in_place_of_half_figures_and_then_they_come()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(new Deal(1, Today, 7_000));
        var board = Services.GetRequiredService<DemoBoard>();
        board.Tell(new DemoProgress(8_000, 32_000, TimeSpan.FromSeconds(11.2)));

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.Contains("8,000 of 32,000 receipts · about 12 s left", page.Find(".demo-progress").TextContent, StringComparison.Ordinal));
        Assert.Contains("25%", page.Find(".demo-progress").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".kpi-tile"));

        board.End(hasFailed: false);

        page.WaitForAssertion(() => Assert.Contains("70.00", page.Find(".kpi-value").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(".demo-progress"));
    }

    [Fact]
    public async Task With_purchases_the_steps_that_are_left_stand_above_the_figures()
    {
        await BeginAsync();
        await new RawShop(Database).PostAsync(new Deal(1, Today, 7_000));

        var page = Render<DashboardPage>();

        page.WaitForAssertion(() => Assert.Equal(["Conditions"], page.FindAll(".start-compact li:not(.start-done)").Select(s => s.GetAttribute("data-step"))));
        Assert.NotEmpty(page.FindAll(".kpi-tile"));
    }

    private Task BeginAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
}
