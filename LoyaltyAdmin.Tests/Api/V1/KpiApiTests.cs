using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class KpiApiTests(SharedApiHost shared) : IClassFixture<SharedApiHost>
{
    private readonly HttpClient client = shared.Host.Caller();

    [Fact]
    public async Task A_receipt_shows_in_the_figures_at_once()
    {
        await using var host = await ApiHost.StartAsync();
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);

        var figures = await ApiHost.ReadAsync(await host.Caller().GetAsync("/api/v1/kpi?from=2026-03-01&to=2026-04-01"));

        Assert.Equal(2000m, (decimal)figures["revenue"]!);
        Assert.Equal(1, (long)figures["receipts"]!);
        Assert.Equal(100m, (decimal)figures["pointsIssued"]!);
        Assert.Equal("2026-03", (string)figures["monthly"]![0]!["month"]!);
        Assert.Null(figures["meanInterval"]);
        Assert.True(figures.ContainsKey("meanInterval"));
    }

    [Fact]
    public async Task Cohorts_and_cells_are_told_in_the_contracts_words()
    {
        await using var host = await ApiHost.StartAsync();
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);

        var cohorts = await host.Caller().GetFromJsonAsync<JsonArray>("/api/v1/kpi/cohorts?from=2026-01-01&to=2026-05-01");
        var rfm = await ApiHost.ReadAsync(await host.Caller().GetAsync("/api/v1/kpi/rfm?asOf=2026-04-01"));

        var cohort = Assert.Single(cohorts!)!;
        Assert.Equal("2026-03", (string)cohort["cohort"]!);
        Assert.Equal([1L, 0L], cohort["active"]!.AsArray().Select(a => (long)a!));
        Assert.Equal([2000m, 2000m], cohort["cumulativeLtv"]!.AsArray().Select(a => (decimal)a!));
        Assert.Equal(1, (long)rfm["members"]!);
        Assert.Equal(1, rfm["cells"]!.AsObject().Sum(cell => (long)cell.Value!));
    }

    [Theory]
    [InlineData("kpi", "from")]
    [InlineData("kpi?from=2026-01-01", "to")]
    [InlineData("kpi?from=01.01.2026&to=2026-02-01", "from")]
    [InlineData("kpi?from=2026-01-01&to=2025-01-01", "to")]
    [InlineData("kpi/cohorts?from=2026-01-01&to=2025-01-01", "to")]
    [InlineData("kpi/rfm?asOf=today", "asOf")]
    public async Task A_wrong_period_is_named(string address, string field)
    {
        var problem = await ProblemAssert.IsAsync(await client.GetAsync($"/api/v1/{address}"), HttpStatusCode.BadRequest, "Api.Invalid");

        Assert.Equal([field], problem["errors"]!.AsObject().Select(e => e.Key));
    }

    [Theory]
    [InlineData("kpi?from=0001-01-01&to=9999-12-31")]
    [InlineData("kpi?from=2026-01-01&to=2026-01-01")]
    [InlineData("kpi/cohorts?from=0001-01-01&to=9999-12-31")]
    [InlineData("kpi/rfm?asOf=0001-01-01")]
    public async Task The_ends_of_the_calendar_are_answered(string address) =>
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/api/v1/{address}")).StatusCode);
}
