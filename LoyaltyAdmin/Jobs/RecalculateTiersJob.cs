using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Brings members' levels up to the day: ends of periods, gifts by hand, changed ladders.</summary>
public sealed class RecalculateTiersJob(RecalculateTiers recalculate) : IPortalJob
{
    public const string Key = RecalculateTiers.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var outcome = await recalculate.ExecuteAsync(Actor.System(Key), progress, ct);
        return JobReport.Of(
            new JobCount("Members", outcome.Looked),
            new JobCount("TiersRaised", outcome.Of(TierCause.Raised)),
            new JobCount("TiersKept", outcome.Of(TierCause.Renewed)),
            new JobCount("TiersLowered", outcome.Of(TierCause.Lowered, TierCause.Returned)),
            new JobCount("TiersOtherwise", outcome.Of(TierCause.GiftEnded, TierCause.LadderChanged)));
    }
}
