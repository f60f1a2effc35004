using LoyaltyAdmin.Features.Jobs;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>A job server that plans and runs nothing.</summary>
public sealed class NoJobs : IJobServer
{
    public Task<IReadOnlyList<PlannedJob>> PlanAsync(CancellationToken ct) => Task.FromResult<IReadOnlyList<PlannedJob>>([]);

    public Task SetPausedAsync(string key, bool paused, CancellationToken ct) => Task.CompletedTask;

    public Task RunNowAsync(string key, CancellationToken ct) => Task.CompletedTask;
}
