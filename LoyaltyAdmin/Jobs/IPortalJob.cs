using LoyaltyAdmin.Features.Jobs;

namespace LoyaltyAdmin.Jobs;

/// <summary>
/// Work that the clock calls for. It knows nothing of the job server; a second run finds nothing left to do, for a run that
/// was cut off is run again.
/// </summary>
public interface IPortalJob
{
    Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct);
}
