using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Shows points as available whose waiting is over.</summary>
public sealed class ActivatePointsJob(ActivatePoints activate) : IPortalJob
{
    public const string Key = "activate-points";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Accounts", await activate.ExecuteAsync(Actor.System(Key), progress, ct)));
}
