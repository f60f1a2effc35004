using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>
/// Lets into clubs who has bought enough, those who bought most first, as far as there are seats; and prolongs the places of
/// those who have bought enough again. Finds them by sets. Who was removed or left comes back only by invitation.
/// </summary>
public sealed class ReviewClubs(
    IDbContextFactory<LoyaltyDbContext> databases, ClubTransaction transaction, IdSource ids, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 500;

    /// <summary>A place is prolonged so long before its end, if enough has been bought by then.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromHours(36);

    /// <summary>And so long after it, for what was bought on the last day and for nights that were missed.</summary>
    private static readonly TimeSpan After = TimeSpan.FromDays(7);

    /// <summary>What was done.</summary>
    public sealed record Outcome(int Joined, int Renewed);

    /// <summary>Looks at everybody, and at the places that end.</summary>
    public async Task<Outcome> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var (joined, renewed) = (0, 0);
        foreach (var club in await ClubsAsync(ct))
        {
            renewed += await RenewAsync(actor, club, ct);
            joined += await AdmitAsync(actor, club, since: null, ct);
            await (progress?.AddAsync(1) ?? Task.CompletedTask);
        }

        return new Outcome(joined, renewed);
    }

    /// <summary>Looks at those alone who have bought yesterday or today.</summary>
    public async Task<int> AdmitBuyersAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var now = clock.UtcNow;
        var since = (await timelines.GetAsync(ct)).CalendarAt(now).DayOf(now).AddDays(-1);
        var joined = 0;
        foreach (var club in await ClubsAsync(ct))
        {
            joined += await AdmitAsync(actor, club, since, ct);
        }

        return joined;
    }

    /// <summary>Clubs with a threshold in force.</summary>
    private async Task<IReadOnlyList<Club>> ClubsAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Versions).OrderBy(c => c.Id).ToListAsync(ct);
        return [.. clubs.Where(c => c.At(now).Terms.Threshold is not null)];
    }

    private async Task<int> AdmitAsync(Actor actor, Club club, DateOnly? since, CancellationToken ct)
    {
        var (now, terms) = (clock.UtcNow, club.At(clock.UtcNow).Terms);
        if (!club.IsOpen)
        {
            return 0;
        }

        IReadOnlyList<(long Member, long Metric)> qualified;
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            if (terms.Seats is { } seats && await ClubTransaction.CountAsync(db, club.Id, now, ct) >= seats)
            {
                return 0;
            }

            var day = (await timelines.GetAsync(ct)).CalendarAt(now).DayOf(now);
            var reached = await ReachedAsync(db, terms.Threshold!, terms.Threshold!.CountedFrom(day), day, since, members: null, ct);
            qualified = await OutsideAsync(db, club.Id, now, reached, ct);
        }

        var joined = 0;
        foreach (var batch in qualified.Chunk(Batch))
        {
            foreach (var (member, metric) in batch)
            {
                var numbers = (ids.Next<ClubPlace>(), ids.Next<ClubEvent>());
                var result = await transaction.RunAsync<ClubPlace>(actor, work => LetInAsync(work, club.Id, member, metric, numbers, ct), ct);
                if (result.Rejection is { Code: "Clubs.Full" or "Clubs.Closed" })
                {
                    return joined;
                }

                joined += result.Rejection is null ? 1 : 0;
            }

        }

        return joined;
    }

    private static async Task<Result<ClubPlace>> LetInAsync(ClubTransaction.Work work, int clubId, long memberId, long metric, (long Place, long Event) numbers, CancellationToken ct)
    {
        var club = (await ClubTransaction.HoldAsync(work.Db, clubId, ct))!;
        if (!(await Subscriptions.SubscriptionBook.LockMemberAsync(work.Db, memberId, ct)).Accepted(out var member, out var unknown) || member.Blocked)
        {
            return unknown ?? ClubRejections.MemberBlocked();
        }

        var joined = await ClubTransaction.JoinAsync(work, club, member.Id, ClubEntry.Qualified, numbers, reason: null, metric, ct);
        if (joined.Rejection is null)
        {
            // An invitation that was waiting has nothing to wait for any more.
            await work.Db.ClubInvitations.Where(i => i.ClubId == clubId && i.MemberId == member.Id && i.State == InvitationState.Issued)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Accepted).SetProperty(i => i.ClosedAt, work.Now), ct);
        }

        return joined;
    }

    /// <summary>Prolongs by one term from the old end whose purchases in the term reach the threshold.</summary>
    private async Task<int> RenewAsync(Actor actor, Club club, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var terms = club.At(now).Terms;
        if (terms is not { Renewal: ClubRenewal.Threshold, Threshold: { } threshold })
        {
            return 0;
        }

        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var (from, to, renewed) = (now - After, now + Before, 0);
        await using var read = await databases.CreateDbContextAsync(ct);
        var ending = await read.ClubPlaces.AsNoTracking()
            .Where(p => p.ClubId == club.Id && p.IsOpen && p.End == ClubEnd.Term && p.Until > from && p.Until <= to).OrderBy(p => p.Id).ToListAsync(ct);
        foreach (var sameEnd in ending.GroupBy(p => (Day: calendar.DayOf(p.Until), From: CountedAgain(p, terms, calendar))))
        {
            foreach (var batch in sameEnd.Chunk(Batch))
            {
                long[] members = [.. batch.Select(p => p.MemberId)];
                var reached = (await ReachedAsync(read, threshold, Later(threshold.CountedFrom(sameEnd.Key.Day.AddDays(-1)), sameEnd.Key.From), sameEnd.Key.Day.AddDays(-1), since: null, members, ct)).ToDictionary();
                foreach (var place in batch.Where(p => reached.ContainsKey(p.MemberId)))
                {
                    var id = ids.Next<ClubEvent>();
                    var result = await transaction.RunAsync<ClubPlace>(actor, work => ProlongAsync(work, place, terms, reached[place.MemberId], id, ct), ct);
                    renewed += result.Rejection is null ? 1 : 0;
                }
            }
        }

        return renewed;
    }

    /// <summary>From which day purchases count again: of the first term from the day after joining, of others from their first day.</summary>
    private static DateOnly CountedAgain(ClubPlace place, ClubTerms terms, ProgramCalendar calendar)
    {
        var (joined, begun) = (calendar.DayOf(place.From), terms.TermMonths is { } months ? calendar.DayOf(place.Until).AddMonths(-months) : DateOnly.MinValue);
        return begun > joined ? begun : joined.AddDays(1);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static async Task<Result<ClubPlace>> ProlongAsync(ClubTransaction.Work work, ClubPlace known, ClubTerms terms, long metric, long id, CancellationToken ct)
    {
        var place = await work.Db.ClubPlaces.SingleAsync(p => p.Id == known.Id, ct);
        if (place.Until != known.Until || !place.IsOpen)
        {
            return ClubRejections.NotInClub();
        }

        var at = work.Now < place.Until ? work.Now : place.Until;
        var until = terms.EndOf(work.Calendar.DayOf(place.Until), work.Calendar);
        await ClubTransaction.WriteAsync(
            work.Db, place, new ClubEvent { Id = id, PlaceId = place.Id, Kind = ClubEventKind.Renewed, At = at, Until = until, Metric = metric, Author = work.Actor.Name }, ct);
        return place;
    }

    /// <summary>Who has bought enough in these days, with how much; those with most first.</summary>
    private static async Task<IReadOnlyList<KeyValuePair<long, long>>> ReachedAsync(
        LoyaltyDbContext db, ClubThreshold threshold, DateOnly from, DateOnly last, DateOnly? since, long[]? members, CancellationToken ct)
    {
        var receipts = db.Receipts.AsNoTracking().Where(r => r.MemberId != null && r.PartnerId == null && r.Day >= from && r.Day <= last);
        if (since is { } recent)
        {
            receipts = receipts.Where(r => db.Receipts.Any(x => x.MemberId == r.MemberId && x.Day >= recent));
        }

        if (members is not null)
        {
            receipts = receipts.Where(r => EF.Parameter(members).Contains(r.MemberId!.Value));
        }

        var least = (long)(threshold.Amount * (threshold.Metric == ClubMetric.Spend ? 100 : 1));
        if (threshold.Metric == ClubMetric.Visits)
        {
            var visits = await receipts.GroupBy(r => r.MemberId!.Value).Where(g => g.Count() >= least).Select(g => new { g.Key, Metric = (long)g.Count() }).ToListAsync(ct);
            return [.. visits.OrderByDescending(v => v.Metric).ThenBy(v => v.Key).Select(v => KeyValuePair.Create(v.Key, v.Metric * 100))];
        }

        // Refunds only lower: who has not paid enough need not be looked at for them.
        var paid = await receipts.GroupBy(r => r.MemberId!.Value).Where(g => g.Sum(r => r.Net.Minor) >= least).Select(g => new { g.Key, Metric = g.Sum(r => r.Net.Minor) }).ToListAsync(ct);
        var refunds = new Dictionary<long, long>();
        foreach (var batch in paid.Select(p => p.Key).Chunk(1_000))
        {
            var found = await db.Returns.AsNoTracking()
                .Where(r => r.MemberId != null && EF.Parameter(batch).Contains(r.MemberId.Value) && r.Day >= from && r.Day <= last)
                .GroupBy(r => r.MemberId!.Value).Select(g => new { g.Key, Refund = g.Sum(r => r.Refund.Minor) }).ToListAsync(ct);
            found.ForEach(f => refunds[f.Key] = f.Refund);
        }

        return [.. paid.Select(p => KeyValuePair.Create(p.Key, p.Metric - refunds.GetValueOrDefault(p.Key))).Where(p => p.Value >= least).OrderByDescending(p => p.Value).ThenBy(p => p.Key)];
    }

    /// <summary>Those of them who are not in and were not sent away or gone by their own wish.</summary>
    private static async Task<IReadOnlyList<(long Member, long Metric)>> OutsideAsync(
        LoyaltyDbContext db, int club, DateTime now, IReadOnlyList<KeyValuePair<long, long>> reached, CancellationToken ct)
    {
        var outside = new List<(long, long)>();
        foreach (var batch in reached.Chunk(1_000))
        {
            long[] members = [.. batch.Select(r => r.Key)];
            var barred = (await db.ClubPlaces.AsNoTracking()
                .Where(p => p.ClubId == club && EF.Parameter(members).Contains(p.MemberId) && p.IsOpen && (p.Until > now || p.End != ClubEnd.Term))
                .Select(p => p.MemberId).ToListAsync(ct)).ToHashSet();
            var active = (await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id) && m.Status == MemberStatus.Active).Select(m => m.Id).ToListAsync(ct)).ToHashSet();
            outside.AddRange(batch.Where(r => active.Contains(r.Key) && !barred.Contains(r.Key)).Select(r => (r.Key, r.Value)));
        }

        return outside;
    }
}
