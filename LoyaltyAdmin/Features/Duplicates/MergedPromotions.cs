using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What a merge did with campaigns and coupons: uses and running totals add up, coupons and lists go along.</summary>
/// <param name="Coupons">Codes of who went.</param>
/// <param name="Lists">Personal lists of who went.</param>
/// <param name="AddedLists">Those on which the other was not.</param>
/// <param name="Uses">Uses of campaigns of who went.</param>
/// <param name="Counters">Running totals of who went.</param>
public sealed record MergedPromotions(long[] Coupons, int[] Lists, int[] AddedLists, MergedPromotions.Use[] Uses, MergedPromotions.Counter[] Counters)
{
    /// <summary>How often a campaign was used on a day.</summary>
    public sealed record Use(int Campaign, DateOnly Day, int Uses);

    /// <summary>A running total.</summary>
    public sealed record Counter(int Campaign, string Name, DateOnly From, long Total, int Rewarded);

    public static readonly MergedPromotions None = new([], [], [], [], []);

    /// <summary>Gives all of one member to another.</summary>
    public static async Task<MergedPromotions> MergeAsync(LoyaltyDbContext db, SqlProvider sql, long source, long target, CancellationToken ct)
    {
        var lists = await db.AudienceListMembers.Where(l => l.MemberId == source).Select(l => l.ListId).ToArrayAsync(ct);
        var known = await db.AudienceListMembers.Where(l => l.MemberId == target).Select(l => l.ListId).ToListAsync(ct);
        var merged = new MergedPromotions(
            await db.Coupons.Where(c => c.MemberId == source).Select(c => c.Id).ToArrayAsync(ct),
            lists,
            [.. lists.Except(known)],
            await db.CampaignMemberDays.Where(d => d.MemberId == source).Select(d => new Use(d.CampaignId, d.Day, d.Uses)).ToArrayAsync(ct),
            await db.MemberCounters.Where(c => c.MemberId == source).Select(c => new Counter(c.CampaignId, c.Counter, c.From, c.Total, c.Rewarded)).ToArrayAsync(ct));
        await db.Coupons.Where(c => c.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, target), ct);
        await db.CouponUses.Where(u => u.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(u => u.MemberId, target), ct);
        await db.ReceiptOffers.Where(o => o.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(o => o.MemberId, target), ct);
        await db.OpenPromises.Where(p => p.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, target), ct);
        await db.AudienceListMembers.Where(l => l.MemberId == source).ExecuteDeleteAsync(ct);
        await sql.InsertAsync(db, [.. merged.AddedLists.Select(list => new AudienceListMember { ListId = list, MemberId = target })], ct);
        await db.CampaignMemberDays.Where(d => d.MemberId == source).ExecuteDeleteAsync(ct);
        await db.MemberCounters.Where(c => c.MemberId == source).ExecuteDeleteAsync(ct);
        await merged.AddAsync(db, sql, target, 1, ct);
        return merged;
    }

    /// <summary>Gives it back; what belongs to receipts goes with those that go back.</summary>
    public async Task PartAsync(LoyaltyDbContext db, SqlProvider sql, long source, long target, long[] receipts, CancellationToken ct)
    {
        await db.Coupons.Where(c => c.MemberId == target && EF.Parameter(Coupons).Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, source), ct);
        await db.CouponUses.Where(u => u.MemberId == target && EF.Parameter(receipts).Contains(u.ReceiptId)).ExecuteUpdateAsync(set => set.SetProperty(u => u.MemberId, source), ct);
        await db.ReceiptOffers.Where(o => o.MemberId == target && EF.Parameter(receipts).Contains(o.ReceiptId)).ExecuteUpdateAsync(set => set.SetProperty(o => o.MemberId, source), ct);
        await db.OpenPromises.Where(p => p.MemberId == target && EF.Parameter(receipts).Contains(p.ReceiptId)).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, source), ct);
        await db.AudienceListMembers.Where(l => l.MemberId == target && EF.Parameter(AddedLists).Contains(l.ListId)).ExecuteDeleteAsync(ct);
        await sql.InsertAsync(db, [.. Lists.Select(list => new AudienceListMember { ListId = list, MemberId = source })], ct);
        await AddAsync(db, sql, target, -1, ct);
        await db.CampaignMemberDays.Where(d => d.MemberId == target && d.Uses == 0).ExecuteDeleteAsync(ct);
        await db.MemberCounters.Where(c => c.MemberId == target && c.Total == 0 && c.Rewarded == 0).ExecuteDeleteAsync(ct);
        await AddAsync(db, sql, source, 1, ct);
    }

    private async Task AddAsync(LoyaltyDbContext db, SqlProvider sql, long member, int sign, CancellationToken ct)
    {
        await MemberPromotions.Days.AddAsync(db, sql, Uses.Select(u => new object?[] { member, u.Campaign, u.Day, sign * u.Uses }), ct);
        await MemberPromotions.Counters.AddAsync(db, sql, Counters.Select(c => new object?[] { member, c.Campaign, c.Name, c.From, sign * c.Total, sign * c.Rewarded }), ct);
    }
}
