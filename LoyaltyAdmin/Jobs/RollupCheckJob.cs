using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Compares the rollups with the raw rows; rebuilds them when they differ, and says so.</summary>
public sealed class RollupCheckJob(CheckRollups check, RebuildRollups rebuild) : IPortalJob
{
    public const string Key = "rollup-check";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var differences = await check.ExecuteAsync(ct);
        var rows = differences.Sum(d => d.Rows);
        if (rows == 0)
        {
            return JobReport.Of(new JobCount("Differences", 0));
        }

        await rebuild.ExecuteAsync(Actor.System(Key), ct);
        return new JobReport([new JobCount("Differences", rows)], new Rejection("Jobs.RollupsDiffered", rows));
    }
}
