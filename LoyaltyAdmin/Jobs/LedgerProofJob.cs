using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Jobs;

/// <summary>Proves the ledger; an account that does not add up is a problem that people must see.</summary>
public sealed class LedgerProofJob(LedgerProof proof) : IPortalJob
{
    public const string Key = "ledger-proof";

    public async Task<JobReport> RunAsync(JobProgress progress, CancellationToken ct)
    {
        var result = await proof.ExecuteAsync(Actor.System(Key), ct);
        JobCount[] counts = [new JobCount("Accounts", result.Accounts), new JobCount("Unbalanced", result.Unbalanced.Count)];
        return new JobReport(counts, result.Balanced ? null : new Rejection("Jobs.LedgerUnbalanced", result.Unbalanced.Count));
    }
}
