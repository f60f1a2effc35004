using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Frees points of holds that nobody confirmed in time.</summary>
public sealed class LapseHoldsJob(LapseHolds lapse) : IPortalJob
{
    public const string Key = "lapse-holds";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Holds", await lapse.ExecuteAsync(Actor.System(Key), progress, ct)));
}
