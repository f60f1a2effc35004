namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What runs the jobs by the clock: the seam behind which one job server can take the place of another.</summary>
public interface IJobServer
{
    /// <summary>All jobs with their schedule, in its order.</summary>
    Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct);

    /// <summary>Runs a job as soon as it can be: after the run of the same job that is under way, if there is one.</summary>
    Task RunNowAsync(string key, CancellationToken ct);

    /// <summary>Keeps the clock from running a job, or lets it again; what was missed meanwhile runs once. A run by hand is always possible.</summary>
    /// <exception cref="InvalidOperationException">No clock runs here.</exception>
    Task SetPausedAsync(string key, bool paused, CancellationToken ct);
}

/// <summary>A job as planned.</summary>
/// <param name="Key">The job's stable key.</param>
/// <param name="Cron">Its line of the schedule.</param>
/// <param name="NextAt">The next instant (UTC); null where the clock does not run jobs.</param>
/// <param name="Paused">Whether the clock is kept from running it.</param>
public sealed record PlannedJob(string Key, string Cron, DateTime? NextAt, bool Paused = false);
