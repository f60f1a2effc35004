using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Expires all points whose time is over, a batch of accounts a transaction; run again it finds nothing to do (R6).</summary>
public sealed class ExpirePoints(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch, BusinessClock clock)
{
    private const int LotsPerBatch = 4_000;

    /// <summary>What a run did.</summary>
    public sealed record Outcome(int Accounts, Points Expired);

    public Task<Outcome> ExecuteAsync(Actor actor, CancellationToken ct) => ExecuteAsync(actor, progress: null, ct);

    public async Task<Outcome> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var outcome = new Outcome(0, Points.Zero);
        while (await DueAsync(ct) is { Length: > 0 } accounts)
        {
            var expired = Points.Zero;
            await batch.RunAsync(
                actor.Name,
                accounts,
                work =>
                {
                    expired = work.Ledgers.Values.Aggregate(Points.Zero, (sum, ledger) => sum + ledger.Expire(work.Now, work.Calendar));
                    return Task.FromResult(true);
                },
                ct);
            await (progress?.AddAsync(accounts.Length) ?? Task.CompletedTask);
            outcome = new Outcome(outcome.Accounts + accounts.Length, outcome.Expired + expired);
        }

        return outcome;
    }

    private async Task<long[]> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        return
        [
            .. (await db.Lots.AsNoTracking()
                .Where(l => l.Remaining.Value > 0 && l.ExpiresAt <= now && l.Remaining.Value > l.Held.Value)
                .OrderBy(l => l.ExpiresAt)
                .Select(l => l.AccountId)
                .Take(LotsPerBatch)
                .ToListAsync(ct)).Distinct(),
        ];
    }
}
