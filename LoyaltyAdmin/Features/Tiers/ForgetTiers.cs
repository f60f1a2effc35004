using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Takes steps on the ladder back that undone purchases had brought, and all that followed from them, within the open transaction.</summary>
internal static class ForgetTiers
{
    private static readonly TierCause[] ByHand = [TierCause.Given, TierCause.GiftEnded];

    /// <summary>The members stand where they stood before; what they still earn raises them with their next purchase or the next night.</summary>
    public static async Task OfReceiptsAsync(LoyaltyDbContext db, IEnumerable<long> receiptIds, CancellationToken ct)
    {
        foreach (var ids in receiptIds.Select(id => (long?)id).Chunk(1000))
        {
            var first = await db.TierChanges.Where(c => EF.Parameter(ids).Contains(c.ReceiptId)).GroupBy(c => c.MemberId)
                .Select(g => new { Member = g.Key, At = g.Min(c => c.At) }).ToListAsync(ct);
            foreach (var from in first)
            {
                await db.TierChanges.Where(c => c.MemberId == from.Member && c.At >= from.At && !ByHand.Contains(c.Cause)).ExecuteDeleteAsync(ct);
                await StepBackAsync(db, from.Member, ct);
            }
        }
    }

    /// <summary>All of members who go themselves.</summary>
    public static async Task OfMembersAsync(LoyaltyDbContext db, long[] members, CancellationToken ct)
    {
        await db.TierChanges.Where(c => EF.Parameter(members).Contains(c.MemberId)).ExecuteDeleteAsync(ct);
        await db.MemberTiers.Where(t => EF.Parameter(members).Contains(t.MemberId)).ExecuteDeleteAsync(ct);
    }

    private static async Task StepBackAsync(LoyaltyDbContext db, long member, CancellationToken ct)
    {
        var last = await db.TierChanges.AsNoTracking().Where(c => c.MemberId == member && !ByHand.Contains(c.Cause))
            .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).FirstOrDefaultAsync(ct);
        if (last is not null)
        {
            await db.MemberTiers.Where(t => t.MemberId == member).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Level, last.To).SetProperty(t => t.Since, last.At).SetProperty(t => t.KeptUntil, last.KeptUntil)
                    .SetProperty(t => t.LadderVersion, last.Version).SetProperty(t => t.RaisedFrom, (string?)null).SetProperty(t => t.Version, t => t.Version + 1),
                ct);
            return;
        }

        // Nothing was earned before: a gift that lasts keeps the row, on the level that it lifted from.
        await db.MemberTiers.Where(t => t.MemberId == member && t.LockLevel == null).ExecuteDeleteAsync(ct);
        var given = await db.TierChanges.AsNoTracking().Where(c => c.MemberId == member).OrderBy(c => c.At).ThenBy(c => c.Id).Select(c => c.From).FirstOrDefaultAsync(ct);
        await db.MemberTiers.Where(t => t.MemberId == member).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Level, t => given ?? t.Level).SetProperty(t => t.Since, DateTime.MinValue).SetProperty(t => t.KeptUntil, DateOnly.MaxValue)
                .SetProperty(t => t.RaisedFrom, (string?)null).SetProperty(t => t.Version, t => t.Version + 1),
            ct);
    }
}
