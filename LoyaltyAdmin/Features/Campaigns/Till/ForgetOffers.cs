using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>Receipts that are undone take what campaigns gave on them along: uses, budgets, running totals, promises and unused codes.</summary>
internal static class ForgetOffers
{
    private const string Total = """UPDATE "CampaignTotals" SET "Uses" = "Uses" - @p0, "Points" = "Points" - @p1, "Money" = "Money" - @p2 WHERE "CampaignId" = @p3""";

    /// <summary>Forgets them, within the open transaction and before the receipts go.</summary>
    public static async Task OfReceiptsAsync(LoyaltyDbContext db, SqlProvider sql, long[] receipts, CancellationToken ct)
    {
        var offers = await db.ReceiptOffers.AsNoTracking().Where(o => EF.Parameter(receipts).Contains(o.ReceiptId)).ToListAsync(ct);
        var told = await db.Receipts.AsNoTracking().Where(r => EF.Parameter(receipts).Contains(r.Id) && r.Offers != null).Select(r => new { r.MemberId, r.Offers }).ToListAsync(ct);
        if (offers.Count == 0 && told.Count == 0)
        {
            return;
        }

        var applied = offers.Where(o => o.Outcome == OfferOutcome.Applied).ToList();
        await sql.ExecuteManyAsync(db, Total, [.. applied.GroupBy(o => o.CampaignId).OrderBy(g => g.Key).Select(g => new object?[]
        {
            g.LongCount(o => !o.IsFreed), g.Sum(o => o.Points.Value - o.ReturnedPoints.Value), g.Sum(o => o.Money.Minor - o.ReturnedDiscount.Minor), g.Key,
        })], ct);
        await MemberPromotions.Days.AddAsync(db, sql, applied.Where(o => o.MemberId is not null && !o.IsFreed)
            .GroupBy(o => (o.MemberId, o.CampaignId, o.Day)).Select(g => new object?[] { g.Key.MemberId, g.Key.CampaignId, g.Key.Day, -g.Count() }), ct);

        var decisions = told.SelectMany(r => OffersJson.Read(r.Offers).Select(o => (r.MemberId, Offer: o))).ToList();
        var ids = await db.Campaigns.ToDictionaryAsync(c => c.Key, c => c.Id, ct);
        await MemberPromotions.Counters.AddAsync(db, sql, decisions.Where(d => d.MemberId is not null)
            .SelectMany(d => d.Offer.Counters.Select(c => (d.MemberId, c.Key, c.Added, c.Rewarded)))
            .GroupBy(c => (c.MemberId, c.Key))
            .Select(g => new object?[] { g.Key.MemberId, ids[g.Key.Key.Campaign], g.Key.Key.Counter, g.Key.Key.From, -g.Sum(c => c.Added), -g.Sum(c => c.Rewarded) }), ct);
        string[] issued = [.. decisions.SelectMany(d => d.Offer.Issued).Select(CodeText.Fold)];
        await db.Coupons.Where(c => EF.Parameter(issued).Contains(c.Key) && c.State == CouponState.Issued && c.Uses == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CouponState.Void).SetProperty(c => c.VoidedFor, "undo"), ct);
        await db.OpenPromises.Where(p => EF.Parameter(receipts).Contains(p.ReceiptId)).ExecuteDeleteAsync(ct);
        await db.ReceiptOffers.Where(o => EF.Parameter(receipts).Contains(o.ReceiptId)).ExecuteDeleteAsync(ct);
    }
}
