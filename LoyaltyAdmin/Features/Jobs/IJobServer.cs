namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What runs the jobs by the clock: the seam behind which one job server can take the place of another.</summary>
public interface IJobServer
{
    /// <summary>All jobs with their schedule, in its order.</summary>
    Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct);

    /// <summary>Runs a job as soon as it can be: after the run of the same job that is under way, if there is one.</summary>
    Task RunNowAsync(string key, CancellationToken ct);
}

/// <summary>A job as planned; the next instant (UTC) is null where the clock does not run jobs.</summary>
public sealed record PlannedJob(string Key, string Cron, DateTime? NextAt);
