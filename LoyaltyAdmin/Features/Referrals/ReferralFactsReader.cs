using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Reads what some referrals are judged by, set-wise, on the members who stand for those that were merged.</summary>
internal sealed class ReferralFactsReader
{
    private readonly Dictionary<long, (long Survivor, MemberStatus Status)> members;
    private readonly ILookup<long, FriendPurchase> purchases;
    private readonly Dictionary<long, DateOnly?> firsts;
    private readonly Dictionary<long, PersonTraits> traits;
    private readonly ILookup<long, long> referralsOf;

    private ReferralFactsReader(
        Dictionary<long, (long Survivor, MemberStatus Status)> members,
        ILookup<long, FriendPurchase> purchases,
        Dictionary<long, DateOnly?> firsts,
        Dictionary<long, PersonTraits> traits,
        ILookup<long, long> referralsOf) =>
        (this.members, this.purchases, this.firsts, this.traits, this.referralsOf) = (members, purchases, firsts, traits, referralsOf);

    /// <summary>Reads for these referrals.</summary>
    /// <param name="db">Read from.</param>
    /// <param name="referrals">Which.</param>
    /// <param name="withTraits">Whether it is asked what the two have in common: only a reward that is due asks that.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<ReferralFactsReader> ReadAsync(LoyaltyDbContext db, IReadOnlyCollection<Referral> referrals, bool withTraits, CancellationToken ct)
    {
        long[] named = [.. referrals.SelectMany(r => new[] { r.ReferrerId, r.FriendId }).Distinct()];
        var members = (await db.Members.AsNoTracking().Where(m => EF.Parameter(named).Contains(m.Id))
            .Join(db.Members, m => m.MergedIntoId ?? m.Id, s => s.Id, (m, s) => new { m.Id, Survivor = s.Id, s.Status })
            .ToListAsync(ct)).ToDictionary(m => m.Id, m => (m.Survivor, m.Status));
        long[] friends = [.. referrals.Select(r => members[r.FriendId].Survivor).Distinct()];
        var from = referrals.Min(r => r.JoinedOn);
        var bought = await db.Receipts.AsNoTracking()
            .Where(r => r.MemberId != null && r.PartnerId == null && EF.Parameter(friends).Contains(r.MemberId.Value) && r.Day >= from && r.Net.Minor > 0)
            .Select(r => new { r.Id, MemberId = r.MemberId!.Value, r.OccurredAt, r.Day, Net = r.Net.Minor, Refunded = r.Lines.Sum(l => l.Refunded.Minor) })
            .ToListAsync(ct);
        var firsts = await db.Accounts.AsNoTracking().Where(a => EF.Parameter(friends).Contains(a.MemberId))
            .Select(a => new { a.MemberId, a.FirstReceiptOn }).ToDictionaryAsync(a => a.MemberId, a => a.FirstReceiptOn, ct);

        // Friends who became one by a merge may have come by several codes: the first stands.
        var others = await db.Referrals.AsNoTracking().Where(r => r.State != ReferralState.Refused)
            .Join(db.Members, r => r.FriendId, m => m.Id, (r, m) => new { r.Id, Friend = m.MergedIntoId ?? m.Id })
            .Where(r => EF.Parameter(friends).Contains(r.Friend)).ToListAsync(ct);
        return new ReferralFactsReader(
            members,
            bought.ToLookup(b => b.MemberId, b => new FriendPurchase(b.Id, b.OccurredAt, b.Day, new Money(b.Net), new Money(b.Refunded))),
            firsts,
            withTraits ? await TraitsReader.ReadAsync(db, [.. members.Values.Select(m => m.Survivor)], ct) : [],
            others.ToLookup(o => o.Friend, o => o.Id));
    }

    /// <summary>Who stands for a member by now.</summary>
    public long SurvivorOf(long member) => members[member].Survivor;

    /// <summary>The facts of one of the referrals.</summary>
    public ReferralFacts Of(Referral referral, Domain.Programs.ReferralConditions terms)
    {
        var (referrer, friend) = (members[referral.ReferrerId], members[referral.FriendId]);
        return new ReferralFacts
        {
            BuyBy = referral.BuyBy,
            IsSamePerson = referrer.Survivor == friend.Survivor,
            ReferredBefore = referralsOf[friend.Survivor].Any(id => id < referral.Id),
            IsBlocked = referrer.Status == MemberStatus.Blocked || friend.Status == MemberStatus.Blocked,
            BoughtBefore = firsts.GetValueOrDefault(friend.Survivor) < referral.JoinedOn,
            Purchases = [.. purchases[friend.Survivor].Where(p => p.Day >= referral.JoinedOn)],
            Shared = traits.Count == 0 ? null : SharedTraits.Find(terms, traits[referrer.Survivor], traits[friend.Survivor]),
        };
    }
}
