using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Takes over balances from an earlier system: each becomes a lot with a life of its own (R21).</summary>
public sealed class OpenBalances(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch)
{
    /// <summary>One balance to be opened.</summary>
    /// <param name="OperationId">Its natural key: the same again changes nothing.</param>
    /// <param name="Member">External id of the member.</param>
    /// <param name="Points">How many points, as people write them.</param>
    /// <param name="ActivatesAt">From when on it can be spent; null for at once.</param>
    /// <param name="ExpiresAt">The first instant at which it can no longer be spent; null for the program's rule.</param>
    public sealed record Opening(string OperationId, string Member, decimal Points, DateTime? ActivatesAt, DateTime? ExpiresAt);

    /// <summary>What became of one: opened, there before, or refused.</summary>
    public sealed record Opened(bool Replayed, Rejection? Rejection);

    /// <summary>Opens balances in one transaction, in the order given; the callback runs in the same transaction.</summary>
    public async Task<IReadOnlyList<Opened>> ExecuteAsync(
        Actor actor,
        IReadOnlyList<Opening> openings,
        Func<LoyaltyDbContext, IReadOnlyList<Opened>, CancellationToken, Task>? inTransaction,
        CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        Opened[]? results = null;
        while (results is null)
        {
            results = await TryAsync(actor, openings, await FindAsync(openings, ct), inTransaction, ct);
        }

        return results;
    }

    /// <summary>Null where a member was merged into another since they were found.</summary>
    private async Task<Opened[]?> TryAsync(
        Actor actor,
        IReadOnlyList<Opening> openings,
        Dictionary<string, Found> members,
        Func<LoyaltyDbContext, IReadOnlyList<Opened>, CancellationToken, Task>? inTransaction,
        CancellationToken ct)
    {
        Opened[]? results = null;
        await batch.RunAsync(
            actor.Name,
            [.. members.Values.Select(m => m.AccountId).Distinct()],
            async work =>
            {
                long[] holders = [.. work.Ledgers.Values.Select(l => l.Account.MemberId)];
                if (await work.Db.Members.AnyAsync(m => EF.Parameter(holders).Contains(m.Id) && m.MergedIntoId != null, ct))
                {
                    results = null;
                    return false;
                }

                results = await DecideAsync(openings, members, work, ct);
                if (inTransaction is not null)
                {
                    work.Saving = db => inTransaction(db, results, ct);
                }

                return inTransaction is not null || results.Any(r => r is { Rejection: null, Replayed: false });
            },
            ct);
        return results;
    }

    private static async Task<Opened[]> DecideAsync(
        IReadOnlyList<Opening> openings, Dictionary<string, Found> members, LedgerBatch.Work work, CancellationToken ct)
    {
        string?[] keys = [.. openings.Select(o => o.OperationId)];
        var known = (await work.Db.LedgerEntries.AsNoTracking().Where(e => EF.Parameter(keys).Contains(e.OperationId))
            .Select(e => e.OperationId!).ToListAsync(ct)).ToHashSet();
        var version = work.Timeline.InForceAt(work.Now);
        var results = new Opened[openings.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var opening = openings[i];
            if (!members.TryGetValue(opening.Member, out var member))
            {
                results[i] = new Opened(false, new Rejection("Members.Unknown", opening.Member) { Field = "member" });
            }
            else if (opening.Points <= 0 || decimal.Round(opening.Points, work.PointDecimals) != opening.Points)
            {
                results[i] = new Opened(false, new Rejection("Ledger.PointsNotPositive", work.PointDecimals) { Field = "points" });
            }
            else if (!known.Add(opening.OperationId))
            {
                results[i] = new Opened(true, null);
            }
            else
            {
                Open(opening, member, work, version);
                results[i] = new Opened(false, null);
            }
        }

        return results;
    }

    private static void Open(Opening opening, Found member, LedgerBatch.Work work, ProgramVersion version)
    {
        var expiry = version.Conditions.Expiry;
        work.Ledgers[member.AccountId].Grant(
            EntryKind.OpeningBalance,
            new CreditDecision
            {
                Points = PointsScale.ToParts(opening.Points, work.PointDecimals),
                RuleKey = "opening",
                RuleVersion = version.Number,
                ActivatesAt = opening.ActivatesAt ?? work.Now,
                ExpiresAt = opening.ExpiresAt ?? ExpiryRule.ExpiresAt(expiry, work.Now, member.JoinedOn, work.Calendar),
                FollowsActivity = opening.ExpiresAt is null && expiry.Model == ExpiryModel.FromLastActivity,
            },
            new EntryContext { At = work.Now, Day = work.Calendar.DayOf(work.Now), OperationId = opening.OperationId });
    }

    private async Task<Dictionary<string, Found>> FindAsync(IReadOnlyList<Opening> openings, CancellationToken ct)
    {
        string?[] names = [.. openings.Select(o => o.Member).Distinct()];
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Members.AsNoTracking().Where(m => EF.Parameter(names).Contains(m.ExternalId))
            .Join(db.Accounts, m => m.MergedIntoId ?? m.Id, a => a.MemberId, (m, a) => new { m.ExternalId, m.JoinedOn, AccountId = a.Id })
            .ToDictionaryAsync(m => m.ExternalId!, m => new Found(m.AccountId, m.JoinedOn), ct);
    }

    private sealed record Found(long AccountId, DateOnly JoinedOn);
}
