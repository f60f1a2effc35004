using System.Data;
using Bunit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Jobs;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Jobs;

public sealed class JobPagesTests : LoyaltyPageTest
{
    private const string Key = "ledger-proof";
    private readonly UseCulture culture = new("en");

    public JobPagesTests()
    {
        Services.AddLogging();
        Services.AddJobRunner();
        Services.AddExcel();
        Services.AddSingleton<ListWorkbook>();
        Services.AddSingleton<DisplayUnitsSource>(_ => ValueTask.FromResult(DisplayUnits.Plain));
        Services.AddSingleton<IJobServer>(new TwoJobs());
    }

    [Fact]
    public async Task The_jobs_are_listed_with_their_last_run_and_a_row_opens_its_runs()
    {
        await RunsAsync(1);

        var page = Render<JobsPage>();

        page.WaitForAssertion(() => Assert.Equal(["/jobs/ledger-proof", "/jobs/expire-points"], page.FindAll("[data-names] a").Select(a => a.GetAttribute("href"))));
        Assert.Contains("Done", page.Find(".data-table tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.FindAll(".data-table .table-actions").Count);
    }

    [Fact]
    public async Task The_runs_of_a_job_are_filtered_and_paged_by_the_address()
    {
        await RunsAsync(45);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/jobs/{Key}?state=succeeded&page=2");

        var page = Render<JobPage>(p => p.Add(job => job.Key, Key));

        page.WaitForAssertion(() => Assert.Equal(10, page.FindAll(".data-table tbody tr").Count));
        Assert.StartsWith("Outcome: Done", page.Find(".chip").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/jobs/{Key}?state=succeeded", page.Find(".pager a[rel=prev]").GetAttribute("href"));
        Assert.Equal("Runs: 30 · failed: 0", page.Find("p[aria-live]").TextContent);
    }

    [Fact]
    public void A_job_that_there_is_not_is_said_to_be_missing() =>
        Assert.Contains("There is no such job", Render<JobPage>(p => p.Add(job => job.Key, "nonsense")).Markup, StringComparison.Ordinal);

    [Fact]
    public async Task The_workbook_has_the_runs_that_are_shown()
    {
        await RunsAsync(3);
        using var file = new MemoryStream();

        await Services.GetRequiredService<JobsExport>().WriteRunsAsync(Actor.System("test"), file, Key, ListParameters.Of("state=failed&columns=started,outcome,problem"), default);

        var rows = Read(file).Tables[1]!.Rows.Cast<DataRow>().ToList();
        Assert.Equal(["Started", "Outcome", "Problem"], rows[0].ItemArray);
        Assert.Equal("Failed", Assert.Single(rows.Skip(1))[1]);
    }

    [Fact]
    public async Task Who_may_not_export_gets_nothing()
    {
        var actor = new Actor("someone", new HashSet<Permission> { Permission.JobsManage });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            Services.GetRequiredService<JobsExport>().WriteAsync(actor, new MemoryStream(), ListParameters.Of(""), default));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        culture.Dispose();
    }

    /// <summary>Every third run failed.</summary>
    private Task RunsAsync(int count) => Database.AddAsync([.. Enumerable.Range(0, count).Select(i => (object)new JobRun
    {
        JobKey = Key,
        StartedAt = Database.Clock.UtcNow.AddHours(i - count),
        FinishedAt = Database.Clock.UtcNow.AddHours(i - count).AddSeconds(2),
        Succeeded = i % 3 != 1,
        Error = i % 3 != 1 ? null : "It broke",
    })]);

    private sealed class TwoJobs : IJobServer
    {
        public Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PlannedJob>>([new PlannedJob(Key, "0 30 3 * * ?", null), new PlannedJob("expire-points", "0 0 4 * * ?", null)]);

        public Task SetPausedAsync(string key, bool paused, CancellationToken ct) => Task.CompletedTask;

        public Task RunNowAsync(string key, CancellationToken ct) => Task.CompletedTask;
    }
}
