using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Finds members who look like one.</summary>
public sealed class FindDuplicatesJob(FindDuplicates find) : IPortalJob
{
    public const string Key = "find-duplicates";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Pairs", await find.ExecuteAsync(Actor.System(Key), progress, ct)));
}
