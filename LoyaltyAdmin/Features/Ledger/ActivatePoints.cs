using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// Moves points whose waiting is over from pending to available in the accounts' projected figures. Tills see them at once,
/// for they look at the lots; lists and reports see them after this.
/// </summary>
public sealed class ActivatePoints(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch, BusinessClock clock)
{
    private const int LotsPerBatch = 4_000;

    /// <summary>How many accounts got points activated.</summary>
    public Task<int> ExecuteAsync(Actor actor, CancellationToken ct) => ExecuteAsync(actor, progress: null, ct);

    public async Task<int> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var count = 0;
        while (await DueAsync(ct) is { Length: > 0 } accounts)
        {
            // Writing an account projects it anew, which is all there is to do.
            await batch.RunAsync(actor.Name, accounts, _ => Task.FromResult(true), ct);
            await (progress?.AddAsync(accounts.Length) ?? Task.CompletedTask);
            count += accounts.Length;
        }

        return count;
    }

    private async Task<long[]> DueAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        return
        [
            .. (await db.Lots.AsNoTracking()
                .Where(l => !l.CountedActive && l.ActivatesAt <= now && l.Remaining.Value > 0)
                .OrderBy(l => l.ActivatesAt)
                .Select(l => l.AccountId)
                .Take(LotsPerBatch)
                .ToListAsync(ct)).Distinct(),
        ];
    }
}
