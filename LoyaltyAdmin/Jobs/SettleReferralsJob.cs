using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Follows what friends have bought and gives the rewards that are due.</summary>
public sealed class SettleReferralsJob(SettleReferrals settle) : IPortalJob
{
    public const string Key = SettleReferrals.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await settle.ExecuteAsync(Actor.System(Key), progress, ct);
        return JobReport.Of(
            new JobCount("Referrals", outcome.Looked),
            new JobCount("ReferralsWaiting", outcome.Waiting),
            new JobCount("ReferralsRewarded", outcome.Rewarded),
            new JobCount("ReferralsRefused", outcome.Refused));
    }
}
