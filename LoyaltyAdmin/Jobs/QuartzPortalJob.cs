using Quartz;

namespace LoyaltyAdmin.Jobs;

/// <summary>Every portal job as Quartz sees it: the name of its key is the portal's key.</summary>
[DisallowConcurrentExecution]
internal sealed class QuartzPortalJob(JobRunner runner) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await runner.RunAsync(context.JobDetail.Key.Name, cancellationToken);
}
