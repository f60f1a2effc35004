using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Expires points whose time is over.</summary>
public sealed class ExpirePointsJob(ExpirePoints expire) : IPortalJob
{
    public const string Key = "expire-points";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await expire.ExecuteAsync(Actor.System(Key), progress, ct);
        return JobReport.Of(new JobCount("Accounts", outcome.Accounts), new JobCount("PointParts", outcome.Expired.Value));
    }
}
