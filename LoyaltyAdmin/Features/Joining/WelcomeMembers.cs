using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>
/// Gives the welcome points of the conditions in force at joining, once, when the price of entry is paid: at registration
/// where it is free, else soon after the receipt that pays it. Members of imports came from elsewhere and get none.
/// </summary>
public sealed class WelcomeMembers(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, GrantReward grant, BusinessClock clock)
{
    /// <summary>Key of the job that does it.</summary>
    public const string JobKey = "welcome-members";

    private const int BatchSize = 200;

    /// <summary>Who joined so long ago is looked at again only when they buy.</summary>
    private const int DaysOfJoining = 7;

    private const int DaysOfBuying = 2;

    /// <summary>Welcomes everybody who is in and was not welcomed; how many.</summary>
    public async Task<int> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var timeline = await timelines.GetAsync(ct);
        if (timeline.Versions.FirstOrDefault(v => v.Conditions.Joining.WelcomePoints > 0)?.EffectiveFrom is not { } since)
        {
            return 0;
        }

        var now = clock.UtcNow;
        var today = timeline.CalendarAt(now).DayOf(now);
        var (joined, bought) = (today.AddDays(-DaysOfJoining), today.AddDays(-DaysOfBuying));
        var (welcomed, after) = (0, 0L);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var members = await db.Members.AsNoTracking()
                .Where(m => m.Id > after && m.JoinedAt >= since && m.Status == MemberStatus.Active && m.ImportId == null && !m.IsDemo)
                .Where(m => db.Accounts.Any(a => a.MemberId == m.Id && (m.JoinedOn >= joined || a.LastReceiptOn >= bought)
                    && !db.LedgerEntries.Any(e => e.AccountId == a.Id && e.Kind == EntryKind.Reward && e.Reason == "Reward.Joining")))
                .OrderBy(m => m.Id).Select(m => m.Id).Take(BatchSize).ToListAsync(ct);
            if (members.Count == 0)
            {
                return welcomed;
            }

            after = members[^1];
            welcomed += await WelcomeAsync(actor.Name, members, ct);
            await (progress?.AddAsync(members.Count) ?? Task.CompletedTask);
        }
    }

    /// <summary>Welcomes these if they are in; how many were welcomed now.</summary>
    public async Task<int> WelcomeAsync(string author, IReadOnlyList<long> members, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        if (timeline.Versions.All(v => v.Conditions.Joining.WelcomePoints == 0))
        {
            return 0;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        long[] ids = [.. members];
        var joined = await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => new { m.Id, m.JoinedAt }).ToListAsync(ct);
        var entries = await EntryReader.ReadAsync(db, members, timeline, ct);
        var rewards = new List<Reward>();
        foreach (var member in joined)
        {
            var terms = timeline.InForceAt(member.JoinedAt).Conditions.Joining;
            if (terms.WelcomePoints > 0 && (!entries.TryGetValue(member.Id, out var entry) || EntryRule.IsIn(terms, entry)))
            {
                rewards.Add(new Reward(KeyOf(member.Id), member.Id, terms.WelcomePoints, RewardReason.Joining));
            }
        }

        return rewards.Count == 0 ? 0 : (await grant.ExecuteAsync(author, rewards, null, ct)).Count(g => g is { Rejection: null, Replayed: false });
    }

    private static string KeyOf(long member) => string.Create(CultureInfo.InvariantCulture, $"joining {member}");
}
