using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Jobs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Jobs;

public sealed class JobRunnerTests : IDisposable
{
    private const string Key = "probe";
    private readonly ProbeJob.Script script = new();
    private readonly TestDatabase database;

    public JobRunnerTests() => database = TestDatabase.Create(more: services => services
        .AddJobRunner()
        .AddSingleton<IJobServer, DirectServer>()
        .AddSingleton(script)
        .AddPortalJob<ProbeJob>(new ScheduleLine(Key, "0 0 5 * * ?")));

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_failure_is_kept_with_its_error()
    {
        script.Work = ProbeJob.Script.Failing;

        var run = await RunAsync();

        Assert.Equal((false, "InvalidOperationException: The till is on fire."), (run.Succeeded, run.Error?.Code));
        Assert.NotNull(run.FinishedAt);
    }

    [Fact]
    public async Task A_problem_that_a_job_finds_is_kept_with_its_arguments_and_counts()
    {
        script.Work = _ => Task.FromResult(ProbeJob.Script.Unbalanced);

        var run = await RunAsync();

        Assert.False(run.Succeeded);
        Assert.Equal("Ledger.Unbalanced", run.Error?.Code);
        Assert.Equal([2L, "42"], run.Error!.Arguments);
        Assert.Equal([new JobCount("Accounts", 7)], run.Counts);
    }

    [Fact]
    public async Task A_run_that_the_program_did_not_survive_is_seen_as_cut_off()
    {
        await database.AddAsync(new JobRun { JobKey = Key, StartedAt = database.Clock.UtcNow.AddHours(-1) });

        await RunAsync();

        var history = await database.Get<JobQueries>().HistoryAsync(Actor.System("test"), Key, default);
        Assert.Equal(["Jobs.Interrupted", null], history.Reverse().Select(r => r.Error?.Code));
        Assert.Equal([false, true], history.Reverse().Select(r => r.Succeeded));
    }

    [Fact]
    public async Task Old_runs_are_forgotten()
    {
        await database.AddAsync(
            new JobRun { JobKey = Key, StartedAt = database.Clock.UtcNow - JobRuns.Memory - TimeSpan.FromMinutes(1), FinishedAt = database.Clock.UtcNow },
            new JobRun { JobKey = "another", StartedAt = database.Clock.UtcNow.AddYears(-1), FinishedAt = database.Clock.UtcNow });

        await RunAsync();

        Assert.Single(await database.Get<JobQueries>().HistoryAsync(Actor.System("test"), Key, default));
        Assert.Single(await database.Get<JobQueries>().HistoryAsync(Actor.System("test"), "another", default));
    }

    [Fact]
    public async Task Only_who_manages_jobs_sees_and_runs_them()
    {
        var nobody = new Actor("nobody", new HashSet<Permission>());

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.Get<JobQueries>().ListAsync(nobody, default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => database.Get<RunJobNow>().ExecuteAsync(nobody, Key, default));
    }

    [Fact]
    public async Task How_far_a_job_is_can_be_seen_while_it_runs()
    {
        script.Steps = 4_000;
        long seen = 0;
        script.Work = async ct =>
        {
            seen = Assert.Single(await database.Get<JobQueries>().HistoryAsync(Actor.System("test"), Key, ct)).Done;
            return JobReport.Of();
        };

        await RunAsync();

        Assert.Equal(4_000, seen);
    }

    [Fact]
    public async Task Who_pauses_a_job_stands_in_the_audit()
    {
        await database.Get<PauseJob>().ExecuteAsync(Actor.System("test"), Key, paused: true, default);

        await using var db = database.CreateDbContext();
        var entry = Assert.Single(db.AuditEntries.Where(e => e.Subject == "Job"));
        Assert.Equal((Key, """{"paused":true}"""), (entry.SubjectId, entry.After));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() =>
            database.Get<PauseJob>().ExecuteAsync(new Actor("clerk", Roles.PermissionsOf(Roles.Operator)), Key, paused: false, default));
    }

    private async Task<JobRunRow> RunAsync()
    {
        await database.Get<RunJobNow>().ExecuteAsync(Actor.System("test"), Key, default);
        return Assert.Single(await database.Get<JobQueries>().ListAsync(Actor.System("test"), default)).Last!;
    }

    private sealed class DirectServer(JobRunner runner) : IJobServer
    {
        public Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<PlannedJob>>([new PlannedJob(Key, "", null)]);

        public Task SetPausedAsync(string key, bool paused, CancellationToken ct) => Task.CompletedTask;

        public Task RunNowAsync(string key, CancellationToken ct) => runner.RunAsync(key, ct);
    }
}
