using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Gives the levels that campaigns promised.</summary>
public sealed class CarryOutPromisesJob(CarryOutPromises promises) : IPortalJob
{
    public const string Key = CarryOutPromises.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Promises", await promises.ExecuteAsync(Actor.System(Key), progress, ct)));
}
