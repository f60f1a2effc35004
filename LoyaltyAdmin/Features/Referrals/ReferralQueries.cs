using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Tells of friends who were brought: all of them, or one member's.</summary>
public sealed class ReferralQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 1_000;
    private const int MonthsShown = 12;

    /// <summary>One page of the list.</summary>
    public async Task<Page<ReferralRow>> ListAsync(Actor actor, ReferralFilter filter, bool ascending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await Scope(db, filter, ascending).ToPageAsync(page, ct);
        return new Page<ReferralRow>(await NameAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, a batch in memory at once.</summary>
    public async IAsyncEnumerable<ReferralRow> StreamAsync(Actor actor, ReferralFilter filter, bool ascending, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = Scope(db, filter, ascending);
        for (var skip = 0; ; skip += Batch)
        {
            var rows = await scope.Skip(skip).Take(Batch).ToListAsync(ct);
            foreach (var row in await NameAsync(db, rows, ct))
            {
                yield return row;
            }

            if (rows.Count < Batch)
            {
                yield break;
            }
        }
    }

    /// <summary>What bringing friends has brought.</summary>
    public async Task<ReferralFigures> FiguresAsync(CancellationToken ct)
    {
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var until = Month.Of(timeline.CalendarAt(now).DayOf(now));
        var from = until.AddMonths(1 - MonthsShown);
        await using var db = await databases.CreateDbContextAsync(ct);
        var states = await db.Referrals.GroupBy(r => new { r.State, r.Refusal })
            .Select(g => new { g.Key.State, g.Key.Refusal, Count = g.Count(), Points = g.Sum(r => r.ReferrerPoints.Value + r.FriendPoints.Value), Bought = g.Count(r => r.PurchasedOn != null) })
            .ToListAsync(ct);
        var joined = await db.Referrals.Where(r => r.JoinedOn >= from && r.State != ReferralState.Refused)
            .GroupBy(r => new { r.JoinedOn.Year, r.JoinedOn.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(ct);
        var rewarded = await db.Referrals.Where(r => r.State == ReferralState.Rewarded && r.DecidedOn >= from)
            .GroupBy(r => new { r.DecidedOn!.Value.Year, r.DecidedOn!.Value.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(ct);
        var friends = db.Referrals.Where(r => r.PurchasedOn != null && (r.State == ReferralState.Waiting || r.State == ReferralState.Rewarded))
            .Join(db.Members, r => r.FriendId, m => m.Id, (r, m) => m.MergedIntoId ?? m.Id).Distinct();
        var points = states.Where(s => s.State == ReferralState.Rewarded).Sum(s => s.Points);
        return new ReferralFigures
        {
            Codes = await db.ReferralCodes.CountAsync(ct),
            States = states.GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
            Refusals = [.. states.Where(s => s.State == ReferralState.Refused && s.Refusal is not null).Select(s => (s.Refusal!.Value, s.Count)).OrderByDescending(s => s.Count).ThenBy(s => s.Value)],
            Buyers = states.Where(s => s.State is ReferralState.Waiting or ReferralState.Rewarded).Sum(s => s.Bought),
            Points = points,
            Worth = PointsScale.ToPoints(new Points(points), timeline.Program.PointDecimals) * timeline.InForceAt(now).Conditions.Redemption.PointValue,
            RevenueMinor = await db.Accounts.Where(a => friends.Contains(a.MemberId)).SumAsync(a => a.NetRevenueMinor, ct),
            Months = [.. Enumerable.Range(0, MonthsShown).Select(i => from.AddMonths(i)).Select(m => (
                m,
                joined.Where(j => j.Year == m.Year && j.Month == m.Month).Sum(j => j.Count),
                rewarded.Where(j => j.Year == m.Year && j.Month == m.Month).Sum(j => j.Count)))],
        };
    }

    /// <summary>One member; null where there is no such member or they were merged into another.</summary>
    public async Task<MemberReferral?> OfMemberAsync(long memberId, CancellationToken ct)
    {
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var terms = timeline.InForceAt(now).Conditions.Referral;
        await using var db = await databases.CreateDbContextAsync(ct);
        long[] ids = await db.Members.Where(m => m.Id == memberId || m.MergedIntoId == memberId).Select(m => m.Id).ToArrayAsync(ct);
        if (!ids.Contains(memberId) || await db.Members.AnyAsync(m => m.Id == memberId && m.Status == MemberStatus.Merged, ct))
        {
            return null;
        }

        var states = await db.Referrals.Where(r => EF.Parameter(ids).Contains(r.ReferrerId)).GroupBy(r => r.State)
            .Select(g => new { g.Key, Count = g.Count(), Points = g.Sum(r => r.ReferrerPoints.Value) }).ToListAsync(ct);
        var cameBy = await db.Referrals.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.FriendId))
            .OrderBy(r => r.State == ReferralState.Refused).ThenBy(r => r.Id).Take(1).ToListAsync(ct);
        var code = await db.ReferralCodes.Where(c => c.MemberId == memberId).Select(c => c.Code).SingleOrDefaultAsync(ct);
        var (thisMonth, inAll) = (await ReferralCounts.ReadAsync(db, [memberId], timeline.CalendarAt(now).DayOf(now), ct)).Of(memberId);
        return new MemberReferral
        {
            Code = code,
            Link = code is null ? null : ReferralCodes.LinkOf(terms, code),
            Terms = terms,
            Friends = states.ToDictionary(s => s.Key, s => s.Count),
            Earned = new Points(states.Where(s => s.Key == ReferralState.Rewarded).Sum(s => s.Points)),
            LeftThisMonth = terms.CapPerMonth is { } month ? Math.Max(0, Math.Min(month - thisMonth, (terms.CapInAll ?? int.MaxValue) - inAll)) : null,
            LeftInAll = terms.CapInAll is { } all ? Math.Max(0, all - inAll) : null,
            CameBy = await NameAsync(db, cameBy, ct) is [var by, ..] ? by : null,
        };
    }

    private static IQueryable<Referral> Scope(LoyaltyDbContext db, ReferralFilter filter, bool ascending)
    {
        IQueryable<Referral> found = db.Referrals.AsNoTracking();
        found = filter.State is { } state ? found.Where(r => r.State == state) : found;
        found = filter.Refusal is { } refusal ? found.Where(r => r.Refusal == refusal) : found;
        found = filter.From is { } from ? found.Where(r => r.JoinedOn >= from) : found;
        found = filter.To is { } to ? found.Where(r => r.JoinedOn <= to) : found;
        found = filter.Referrer is { } member ? found.Where(r => db.Members.Any(m => m.Id == r.ReferrerId && (m.MergedIntoId ?? m.Id) == member)) : found;
        return ascending ? found.OrderBy(r => r.JoinedAt).ThenBy(r => r.Id) : found.OrderByDescending(r => r.JoinedAt).ThenByDescending(r => r.Id);
    }

    private static async Task<IReadOnlyList<ReferralRow>> NameAsync(LoyaltyDbContext db, IReadOnlyList<Referral> rows, CancellationToken ct)
    {
        var names = await MemberNames.OfAsync(db, rows.SelectMany(r => new long?[] { r.ReferrerId, r.FriendId }), ct);
        return [.. rows.Select(r => new ReferralRow
        {
            Id = r.Id,
            JoinedOn = r.JoinedOn,
            ReferrerId = r.ReferrerId,
            Referrer = names.GetValueOrDefault(r.ReferrerId, $"№ {r.ReferrerId}"),
            FriendId = r.FriendId,
            Friend = names.GetValueOrDefault(r.FriendId, $"№ {r.FriendId}"),
            Code = ReferralCodeRule.Show(r.Code),
            State = r.State,
            Refusal = r.Refusal,
            ReceiptId = r.ReceiptId,
            PurchasedOn = r.PurchasedOn,
            DueOn = r.DueOn,
            DecidedOn = r.DecidedOn,
            ReferrerPoints = r.ReferrerPoints,
            FriendPoints = r.FriendPoints,
        })];
    }
}
