using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The subscriptions of two members who become one: all of them are kept, of two to one plan the one that is paid longer goes on.</summary>
internal static class MergedSubscriptions
{
    /// <summary>Closes those that give way and tells which they were.</summary>
    public static async Task<long[]> CloseAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        var open = await db.Subscriptions.AsNoTracking().Where(s => s.IsOpen && (s.MemberId == source || s.MemberId == target)).ToListAsync(ct);
        long[] closed = [.. open.GroupBy(s => s.PlanId).Where(g => g.Count() > 1).Select(g => g.OrderBy(s => s.PaidUntil).ThenBy(s => s.MemberId == target).First().Id)];
        await db.Subscriptions.Where(s => EF.Parameter(closed).Contains(s.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOpen, false).SetProperty(s => s.Version, s => s.Version + 1), ct);
        return closed;
    }

    /// <summary>Gives back what the merge moved and opens what it closed, unless another one has been started since.</summary>
    public static async Task PartAsync(LoyaltyDbContext db, long source, long target, MovedRows moved, CancellationToken ct)
    {
        var (mine, closed) = (moved.Subscriptions, moved.ClosedSubscriptions);
        await db.Subscriptions.Where(s => s.MemberId == target && EF.Parameter(mine).Contains(s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.MemberId, source), ct);
        IQueryable<Subscription> all = db.Subscriptions;
        await all.Where(s => EF.Parameter(closed).Contains(s.Id) && !all.Any(o => o.IsOpen && o.MemberId == s.MemberId && o.PlanId == s.PlanId))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.IsOpen, true).SetProperty(s => s.Version, s => s.Version + 1), ct);
    }
}
