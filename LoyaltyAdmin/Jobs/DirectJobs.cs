using LoyaltyAdmin.Features.Jobs;

namespace LoyaltyAdmin.Jobs;

/// <summary>In place of a job server where the clock is to run nothing: a job runs when it is asked for, there and then.</summary>
internal sealed class DirectJobs(IEnumerable<ScheduleLine> lines, JobRunner runner) : IJobServer
{
    public Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<PlannedJob>>([.. lines.Select(l => new PlannedJob(l.Key, l.Cron, null))]);

    public Task SetPausedAsync(string key, bool paused, CancellationToken ct) => throw new InvalidOperationException("No clock runs here.");

    public Task RunNowAsync(string key, CancellationToken ct) => runner.RunAsync(key, ct);
}
