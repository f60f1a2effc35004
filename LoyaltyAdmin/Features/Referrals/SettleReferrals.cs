using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>
/// Follows what friends have bought and gives the rewards that are due, some at a time, each batch with its points in one
/// transaction: whoever stops it in the middle, or runs it twice, gives nothing twice.
/// </summary>
public sealed class SettleReferrals(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, GrantReward grant, SqlProvider sql, BusinessClock clock)
{
    /// <summary>Key of the job that does it.</summary>
    public const string JobKey = "settle-referrals";

    private const int BatchSize = 200;

    private const string Update =
        """
        UPDATE "Referrals" SET "State" = @p0, "Refusal" = @p1, "ReceiptId" = @p2, "PurchasedOn" = @p3, "DueOn" = @p4, "DecidedOn" = @p5,
            "ReferrerPoints" = @p6, "FriendPoints" = @p7, "Version" = "Version" + 1
        WHERE "Id" = @p8 AND "Version" = @p9
        """;

    /// <summary>What became of those that were looked at.</summary>
    public sealed record Outcome(int Looked, int Waiting, int Rewarded, int Refused);

    public async Task<Outcome> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var all = new Outcome(0, 0, 0, 0);
        var after = 0L;
        while (await NextAsync(after, ct) is { Count: > 0 } batch)
        {
            after = batch[^1].Id;
            var steps = await FollowAsync(batch, ct);
            var due = steps.Where(s => s.Step.State == ReferralState.Rewarded).Select(s => s.Referral).ToList();
            var rewarded = due.Count == 0 ? [] : await RewardAsync(actor.Name, due, ct);
            var states = steps.Where(s => s.Step.State != ReferralState.Rewarded && s.Changed).Select(s => s.Step.State).Concat(rewarded).ToList();
            all = new Outcome(
                all.Looked + batch.Count,
                all.Waiting + states.Count(s => s == ReferralState.Waiting),
                all.Rewarded + states.Count(s => s == ReferralState.Rewarded),
                all.Refused + states.Count(s => s == ReferralState.Refused));
            await (progress?.AddAsync(batch.Count) ?? Task.CompletedTask);
        }

        return all;
    }

    /// <summary>Those that may have moved: who waits, whose friend has bought, whose time is over.</summary>
    private async Task<List<Referral>> NextAsync(long after, CancellationToken ct)
    {
        var today = await TodayAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Referrals.AsNoTracking()
            .Where(r => r.Id > after && (r.State == ReferralState.Waiting || (r.State == ReferralState.Joined && (r.BuyBy < today
                || db.Members.Any(m => m.Id == r.FriendId && db.Accounts.Any(a => a.MemberId == (m.MergedIntoId ?? m.Id) && a.LastReceiptOn >= r.JoinedOn))))))
            .OrderBy(r => r.Id).Take(BatchSize).ToListAsync(ct);
    }

    /// <summary>Judges a batch and writes where those stand that are not due.</summary>
    private async Task<List<Judged>> FollowAsync(List<Referral> batch, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var today = await TodayAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var facts = await ReferralFactsReader.ReadAsync(db, batch, withTraits: false, ct);
        var judged = batch.ConvertAll(r => Judge(r, facts, timeline, today));
        var changed = judged.Where(j => j.Changed && j.Step.State != ReferralState.Rewarded).ToList();
        if (changed.Count > 0)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);

            // Where somebody else was first with one, the next run sees what is there now.
            await sql.ExecuteManyAsync(db, Update, [.. changed.Select(j => Row(j.Referral, j.Step, today, Points.Zero, Points.Zero))], ct);
            await transaction.CommitAsync(ct);
        }

        return judged;
    }

    /// <summary>Gives what is due: judged again while the accounts of all of them are held, so that caps count every reward.</summary>
    private async Task<List<ReferralState>> RewardAsync(string author, List<Referral> due, CancellationToken ct)
    {
        long[] numbers = [.. due.Select(r => r.Id)];
        List<(Referral Referral, ReferralStep Step, decimal Referrer, decimal Friend)> shares = [];
        var today = await TodayAsync(ct);
        var decimals = 0;
        await grant.ExecuteAsync(
            author,
            [.. due.SelectMany(r => new[] { r.ReferrerId, r.FriendId }).Distinct()],
            async work =>
            {
                decimals = work.PointDecimals;
                shares = await ShareAsync(work, numbers, today, ct);
                return [.. shares.SelectMany(s => RewardsOf(s.Referral, s.Referrer, s.Friend))];
            },
            async (db, _, stop) =>
            {
                var rows = shares.Select(s => Row(
                    s.Referral, s.Step, today, PointsScale.ToParts(s.Referrer, decimals), PointsScale.ToParts(s.Friend, decimals))).ToList();
                if (Array.Exists(await sql.ExecuteManyAsync(db, Update, rows, stop), touched => touched != 1))
                {
                    throw new DbUpdateConcurrencyException("A referral was settled meanwhile.");
                }
            },
            ct);
        return [.. shares.Select(s => s.Step.State)];
    }

    private static async Task<List<(Referral Referral, ReferralStep Step, decimal Referrer, decimal Friend)>> ShareAsync(
        LedgerBatch.Work work, long[] numbers, DateOnly today, CancellationToken ct)
    {
        var open = await work.Db.Referrals.AsNoTracking()
            .Where(r => EF.Parameter(numbers).Contains(r.Id) && (r.State == ReferralState.Joined || r.State == ReferralState.Waiting)).OrderBy(r => r.Id).ToListAsync(ct);
        if (open.Count == 0)
        {
            return [];
        }

        var facts = await ReferralFactsReader.ReadAsync(work.Db, open, withTraits: true, ct);
        var counts = await ReferralCounts.ReadAsync(work.Db, open.Select(r => facts.SurvivorOf(r.ReferrerId)), today, ct);
        List<(Referral, ReferralStep, decimal, decimal)> shares = [];
        foreach (var referral in open)
        {
            var (_, step, _) = Judge(referral, facts, work.Timeline, today);
            var (referrer, friend) = (0m, 0m);
            if (step.State == ReferralState.Rewarded)
            {
                var terms = TermsOf(referral, work.Timeline).Conditions.Referral;
                var count = counts.Of(facts.SurvivorOf(referral.ReferrerId));
                (referrer, friend, var capped) = ReferralCourse.Share(terms, count.ThisMonth, count.InAll);
                counts.Add(facts.SurvivorOf(referral.ReferrerId), referrer);
                step = step with { Refusal = capped, State = referrer == 0 && friend == 0 ? ReferralState.Refused : ReferralState.Rewarded };
            }

            shares.Add((referral, step, referrer, friend));
        }

        return shares;
    }

    private static IEnumerable<Reward> RewardsOf(Referral referral, decimal referrer, decimal friend)
    {
        if (referrer > 0)
        {
            yield return new Reward(KeyOf(referral.Id, "referrer"), referral.ReferrerId, referrer, RewardReason.FriendBrought) { AtOnce = true };
        }

        if (friend > 0)
        {
            yield return new Reward(KeyOf(referral.Id, "friend"), referral.FriendId, friend, RewardReason.FriendWelcome) { AtOnce = true };
        }
    }

    /// <summary>Under which key one of the two is rewarded.</summary>
    internal static string KeyOf(long referral, string who) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"referral {referral} {who}");

    private static Judged Judge(Referral referral, ReferralFactsReader facts, ProgramTimeline timeline, DateOnly today)
    {
        var conditions = TermsOf(referral, timeline).Conditions;
        var step = ReferralCourse.Judge(conditions.Referral, conditions.Referral.WaitDays(conditions.Activation), facts.Of(referral, conditions.Referral), today);
        var changed = step.State != referral.State || step.Purchase?.ReceiptId != referral.ReceiptId || step.DueOn != referral.DueOn;
        return new Judged(referral, step, changed);
    }

    private static ProgramVersion TermsOf(Referral referral, ProgramTimeline timeline) =>
        timeline.Versions.FirstOrDefault(v => v.Number == referral.RuleVersion) ?? timeline.InForceAt(referral.JoinedAt);

    private static object?[] Row(Referral referral, ReferralStep step, DateOnly today, Points referrer, Points friend) =>
    [
        (int)step.State, (int?)step.Refusal, step.Purchase?.ReceiptId, step.Purchase?.Day, step.DueOn,
        step.State is ReferralState.Rewarded or ReferralState.Refused ? today : null, referrer.Value, friend.Value, referral.Id, referral.Version,
    ];

    private async Task<DateOnly> TodayAsync(CancellationToken ct)
    {
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        return timeline.CalendarAt(now).DayOf(now);
    }

    private sealed record Judged(Referral Referral, ReferralStep Step, bool Changed);
}
