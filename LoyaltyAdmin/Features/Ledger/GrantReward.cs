using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// Gives members points for something other than a purchase, once for each key however often and from however many sides
/// it is asked for. They activate and expire by the conditions in force. Whoever calls it has asked for the permission of
/// what the reward is for.
/// </summary>
public sealed class GrantReward(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch)
{
    /// <summary>What became of one reward: given now, given before, or refused.</summary>
    public sealed record Granted(bool Replayed, Rejection? Rejection)
    {
        /// <summary>Whether the member has it, now or from before.</summary>
        public bool Stands => Rejection is null;
    }

    /// <summary>Gives one reward.</summary>
    public async Task<Granted> ExecuteAsync(string author, Reward reward, CancellationToken ct) =>
        (await ExecuteAsync(author, [reward], null, ct))[0];

    /// <summary>Gives rewards in one transaction, in the order given; the callback runs in the same transaction, given or not.</summary>
    public async Task<IReadOnlyList<Granted>> ExecuteAsync(
        string author,
        IReadOnlyList<Reward> rewards,
        Func<LoyaltyDbContext, IReadOnlyList<Granted>, CancellationToken, Task>? inTransaction,
        CancellationToken ct) =>
        await ExecuteAsync(author, [.. rewards.Select(r => r.MemberId).Distinct()], _ => Task.FromResult(rewards), inTransaction, ct);

    /// <summary>Gives rewards that are chosen while nobody else moves points of these members; what is chosen by is read again when a race was lost.</summary>
    public async Task<IReadOnlyList<Granted>> ExecuteAsync(
        string author,
        IReadOnlyCollection<long> members,
        Func<LedgerBatch.Work, Task<IReadOnlyList<Reward>>> choose,
        Func<LoyaltyDbContext, IReadOnlyList<Granted>, CancellationToken, Task>? inTransaction,
        CancellationToken ct)
    {
        Granted[]? results = null;
        while (results is null)
        {
            results = await TryAsync(author, choose, await FindAsync(members, ct), inTransaction, ct);
        }

        return results;
    }

    /// <summary>Null where a member was merged into another since they were found.</summary>
    private async Task<Granted[]?> TryAsync(
        string author,
        Func<LedgerBatch.Work, Task<IReadOnlyList<Reward>>> choose,
        Dictionary<long, Found> members,
        Func<LoyaltyDbContext, IReadOnlyList<Granted>, CancellationToken, Task>? inTransaction,
        CancellationToken ct)
    {
        Granted[]? results = null;
        await batch.RunAsync(
            author,
            [.. members.Values.Select(m => m.AccountId).Distinct()],
            async work =>
            {
                long[] holders = [.. work.Ledgers.Values.Select(l => l.Account.MemberId)];
                var status = await work.Db.Members.Where(m => EF.Parameter(holders).Contains(m.Id)).Select(m => new { m.Id, m.Status }).ToDictionaryAsync(m => m.Id, m => m.Status, ct);
                if (status.ContainsValue(MemberStatus.Merged))
                {
                    results = null;
                    return false;
                }

                results = await DecideAsync(await choose(work), members, status, work, ct);
                if (inTransaction is not null)
                {
                    work.Saving = db => inTransaction(db, results, ct);
                }

                return inTransaction is not null || Array.Exists(results, r => r is { Rejection: null, Replayed: false });
            },
            ct);
        return results;
    }

    private static async Task<Granted[]> DecideAsync(
        IReadOnlyList<Reward> rewards, Dictionary<long, Found> members, Dictionary<long, MemberStatus> status, LedgerBatch.Work work, CancellationToken ct)
    {
        string?[] keys = [.. rewards.Select(r => r.OperationId)];
        var known = (await work.Db.LedgerEntries.AsNoTracking().Where(e => EF.Parameter(keys).Contains(e.OperationId))
            .Select(e => e.OperationId!).ToListAsync(ct)).ToHashSet();
        var results = new Granted[rewards.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var reward = rewards[i];
            if (!members.TryGetValue(reward.MemberId, out var member))
            {
                results[i] = new Granted(false, new Rejection("Members.Unknown", reward.MemberId));
            }
            else if (known.Contains(reward.OperationId))
            {
                results[i] = new Granted(true, null);
            }
            else if (reward.Points <= 0 || decimal.Round(reward.Points, work.PointDecimals) != reward.Points)
            {
                results[i] = new Granted(false, new Rejection("Ledger.PointsNotPositive", work.PointDecimals) { Field = "points" });
            }
            else if (status[work.Ledgers[member.AccountId].Account.MemberId] == MemberStatus.Blocked)
            {
                results[i] = new Granted(false, new Rejection("Ledger.MemberBlocked"));
            }
            else
            {
                known.Add(reward.OperationId);
                Give(reward, member, work);
                results[i] = new Granted(false, null);
            }
        }

        return results;
    }

    private static void Give(Reward reward, Found member, LedgerBatch.Work work)
    {
        var version = work.Timeline.InForceAt(work.Now);
        var conditions = version.Conditions;

        // There is no receipt that an event could be reported of, so such points do not wait.
        var activates = reward.AtOnce || conditions.Activation.Mode == ActivationMode.OnEvent
            ? work.Now
            : ActivationRule.ActivatesAt(conditions.Activation, work.Now, work.Calendar);
        work.Ledgers[member.AccountId].Grant(
            EntryKind.Reward,
            new CreditDecision
            {
                Points = PointsScale.ToParts(reward.Points, work.PointDecimals),
                Block = reward.Block,
                RuleKey = reward.Reason.CodeOf(),
                RuleVersion = version.Number,
                ActivatesAt = activates,
                ExpiresAt = ExpiryRule.ExpiresAt(conditions.Expiry, work.Now, activates, member.JoinedOn, work.Calendar),
                FollowsActivity = conditions.Expiry.Model == ExpiryModel.FromLastActivity,
            },
            new EntryContext { At = work.Now, Day = work.Calendar.DayOf(work.Now), Reason = reward.Reason.CodeOf(), OperationId = reward.OperationId });
    }

    private async Task<Dictionary<long, Found>> FindAsync(IReadOnlyCollection<long> members, CancellationToken ct)
    {
        long[] ids = [.. members];
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id))
            .Join(db.Members, m => m.MergedIntoId ?? m.Id, s => s.Id, (m, s) => new { m.Id, Survivor = s.Id, s.JoinedOn })
            .Join(db.Accounts, m => m.Survivor, a => a.MemberId, (m, a) => new { m.Id, m.JoinedOn, AccountId = a.Id })
            .ToDictionaryAsync(m => m.Id, m => new Found(m.AccountId, m.JoinedOn), ct);
    }

    private sealed record Found(long AccountId, DateOnly JoinedOn);
}
