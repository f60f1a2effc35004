using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Keeps the terms word by word when they read otherwise than before.</summary>
public sealed class RecordTermsJob(RecordTerms record) : IPortalJob
{
    public const string Key = RecordTerms.JobKey;

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct) =>
        JobReport.Of(new JobCount("Editions", await record.ExecuteAsync(Actor.System(Key), ct)));
}
