using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>An operator runs a job before its time.</summary>
public sealed class RunJobNow(IJobServer server)
{
    public Task ExecuteAsync(Actor actor, string key, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        return server.RunNowAsync(key, ct);
    }
}
