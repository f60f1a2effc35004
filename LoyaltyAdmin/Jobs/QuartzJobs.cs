using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Quartz;

namespace LoyaltyAdmin.Jobs;

/// <summary>
/// The jobs on Quartz. The schedule lies in the database: what should have run while the program was down runs once when it
/// is up again, and a line that did not change is left alone for that.
/// </summary>
internal sealed class QuartzJobs(
    ISchedulerFactory schedulers, IEnumerable<ScheduleLine> lines, ProgramTimelines timelines, BusinessClock clock) : IJobServer, IHostedLifecycleService
{
    private const string Group = "portal";

    public async Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var triggers = (await scheduler.GetTriggers([.. lines.Select(l => TriggerOf(l.Key))], ct)).ToDictionary(t => t.Key.Name);
        List<PlannedJob> plan = [];
        foreach (var line in lines)
        {
            var paused = await scheduler.GetTriggerState(TriggerOf(line.Key), ct) == TriggerState.Paused;
            plan.Add(new PlannedJob(line.Key, line.Cron, triggers.GetValueOrDefault(line.Key)?.NextFireTimeUtc?.UtcDateTime, paused));
        }

        return plan;
    }

    public async Task SetPausedAsync(string key, bool paused, CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        await (paused ? scheduler.PauseTrigger(TriggerOf(key), ct) : scheduler.ResumeTrigger(TriggerOf(key), ct));
    }

    public async Task RunNowAsync(string key, CancellationToken ct) =>
        await (await schedulers.GetScheduler(ct)).TriggerJob(JobOf(key), cancellationToken: ct);

    /// <summary>Begins once the program serves.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var zone = (await timelines.GetAsync(cancellationToken)).CalendarAt(clock.UtcNow).Zone;
        foreach (var line in lines)
        {
            await PlanAsync(scheduler, line, zone, cancellationToken);
        }

        var gone = (await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Group), cancellationToken)).Except(lines.Select(l => JobOf(l.Key)));
        await scheduler.DeleteJobs([.. gone], cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Asks running jobs to stop and waits until they have.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken) =>
        await (await schedulers.GetScheduler(cancellationToken)).Shutdown(waitForJobsToComplete: true, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task PlanAsync(IScheduler scheduler, ScheduleLine line, TimeZoneInfo zone, CancellationToken ct)
    {
        var job = JobBuilder.Create<QuartzPortalJob>().WithIdentity(JobOf(line.Key)).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(job, AddJobOptions.Replacing, ct);

        var stored = await scheduler.GetTrigger(TriggerOf(line.Key), ct) as ICronTrigger;
        var broken = stored is not null && await scheduler.GetTriggerState(stored.Key, ct) == TriggerState.Error;
        if (stored is null || broken || stored.CronExpressionString != line.Cron || stored.TimeZone.Id != zone.Id)
        {
            var trigger = TriggerBuilder.Create()
                .WithIdentity(TriggerOf(line.Key))
                .ForJob(JobOf(line.Key))
                .WithSchedule(CronScheduleBuilder.Create(line.Cron)
                    .InTimeZone(zone)
                    .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
                .Build();
            await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, ct);
        }
    }

    private static JobKey JobOf(string key) => new(key, Group);

    private static TriggerKey TriggerOf(string key) => new(key, Group);
}
