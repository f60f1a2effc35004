using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Gives welcome points to members whose entry is complete.</summary>
public sealed class WelcomeMembersJob(WelcomeMembers welcome) : IPortalJob
{
    public const string Key = WelcomeMembers.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Welcomed", await welcome.ExecuteAsync(Actor.System(Key), progress, ct)));
}
