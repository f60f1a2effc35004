using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Jobs;

public sealed class QuartzJobsTests : IDisposable
{
    private const string EverySecond = "* * * * * ?";
    private const string Yearly = "0 0 5 1 1 ?";
    private readonly TestStore store = TestStore.Create();
    private readonly ProbeJob.Script script = new();

    public void Dispose() => store.Dispose();

    [Fact]
    public async Task A_job_runs_by_its_line_and_its_run_is_kept()
    {
        await using (var host = await JobsHost.StartAsync(store, script, EverySecond))
        {
            await script.EndedAsync();
            await script.EndedAsync();
        }

        await using var after = await JobsHost.StartAsync(store, script, Yearly);
        var runs = await after.RunsAsync();
        Assert.True(runs.Count >= 2);
        Assert.All(runs, r => Assert.Equal((JobsHost.Key, true, """{"Lots":3,"Points":12000000000}"""), (r.JobKey, r.Succeeded, r.Counts)));
        Assert.All(runs, r => Assert.NotNull(r.FinishedAt));
    }

    [Fact]
    public async Task Never_two_of_a_kind_run_at_once()
    {
        var gate = new TaskCompletionSource();
        script.Work = async _ =>
        {
            await gate.Task;
            return JobReport.Of();
        };
        await using var host = await JobsHost.StartAsync(store, script, EverySecond);
        await script.BegunAsync();

        await host.Server.RunNowAsync(JobsHost.Key, default);
        await host.Server.RunNowAsync(JobsHost.Key, default);
        Assert.Equal(3, await WaitingAsync(host));
        gate.SetResult();
        for (var i = 0; i < 3; i++)
        {
            await script.EndedAsync();
        }

        Assert.Equal(1, script.MostAtOnce);
    }

    [Fact]
    public async Task What_was_missed_while_the_program_was_down_runs_once()
    {
        await using (var before = await JobsHost.StartAsync(store, script, Yearly))
        {
            await using var db = await before.ContextAsync();
            var missed = DateTime.UtcNow.AddHours(-5).Ticks;
            Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE QRTZ_TRIGGERS SET NEXT_FIRE_TIME = {missed}"));
        }

        await using var host = await JobsHost.StartAsync(store, script, Yearly);
        await script.EndedAsync();

        var plan = Assert.Single(await host.Server.PlanAsync(default));
        Assert.Equal((JobsHost.Key, Yearly), (plan.Key, plan.Cron));
        Assert.True(plan.NextAt > DateTime.UtcNow);
        Assert.Single(await host.RunsAsync());
    }

    [Fact]
    public async Task A_paused_job_waits_over_a_restart_and_can_be_run_by_hand_and_resumed()
    {
        await using (var before = await JobsHost.StartAsync(store, script, Yearly))
        {
            await before.Server.SetPausedAsync(JobsHost.Key, true, default);
        }

        await using var host = await JobsHost.StartAsync(store, script, Yearly);
        var paused = Assert.Single(await host.Server.PlanAsync(default)).Paused;
        await host.Server.RunNowAsync(JobsHost.Key, default);
        await script.EndedAsync();
        await host.Server.SetPausedAsync(JobsHost.Key, false, default);

        Assert.True(paused);
        Assert.False(Assert.Single(await host.Server.PlanAsync(default)).Paused);
    }

    [Fact]
    public async Task A_changed_line_takes_the_place_of_the_stored_one()
    {
        await using (await JobsHost.StartAsync(store, script, EverySecond))
        {
            await script.EndedAsync();
        }

        await using var host = await JobsHost.StartAsync(store, script, Yearly);

        // 1 January, 05:00 in Moscow.
        Assert.Equal((1, 1, 2), Assert.Single(await host.Server.PlanAsync(default)).NextAt is { } at ? (at.Month, at.Day, at.Hour) : default);
    }

    [Fact]
    public async Task A_stop_waits_for_the_job_that_it_asked_to_stop()
    {
        script.Work = async ct =>
        {
            await Task.Delay(Timeout.Infinite, ct);
            return JobReport.Of();
        };
        await using (var host = await JobsHost.StartAsync(store, script, Yearly))
        {
            await host.Server.RunNowAsync(JobsHost.Key, default);
            await script.BegunAsync();
        }

        await using var after = await JobsHost.StartAsync(store, script, Yearly);
        var run = (await after.RunsAsync())[0];
        Assert.Equal((false, "Jobs.Interrupted"), (run.Succeeded, run.Error));
        Assert.NotNull(run.FinishedAt);
    }

    /// <summary>How many triggers wait for the job that runs.</summary>
    private static async Task<int> WaitingAsync(JobsHost host)
    {
        await using var db = await host.ContextAsync();
        return await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM QRTZ_TRIGGERS WHERE TRIGGER_STATE = 'BLOCKED'").SingleAsync();
    }
}
