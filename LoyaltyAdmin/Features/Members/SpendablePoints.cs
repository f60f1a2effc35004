using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What can be spent of accounts at an instant, by their lots (R1).</summary>
internal static class SpendablePoints
{
    /// <summary>By account; one of which nothing can be spent is left out.</summary>
    public static async Task<Dictionary<long, Points>> OfAsync(LoyaltyDbContext db, long[] accounts, DateTime now, CancellationToken ct)
    {
        var sums = await db.Lots.AsNoTracking()
            .Where(l => EF.Parameter(accounts).Contains(l.AccountId) && l.Remaining.Value > 0 && l.ActivatesAt <= now && l.ExpiresAt > now)
            .GroupBy(l => l.AccountId)
            .Select(g => new { Account = g.Key, Free = g.Sum(l => l.Remaining.Value - l.Held.Value), Held = g.Sum(l => l.Held.Value) })
            .ToListAsync(ct);
        var overdue = sums.TrueForAll(s => s.Held == 0) ? [] : await OverdueAsync(db, accounts, now, ct);
        return sums.ToDictionary(s => s.Account, s => new Points(s.Free + overdue.Where(h => h.Account == s.Account && h.IsSpendable).Sum(h => h.Points)));
    }

    /// <summary>What is still marked as set aside though its hold's time is over: the job comes by every few minutes.</summary>
    public static Task<List<OverduePoints>> OverdueAsync(LoyaltyDbContext db, long[] accounts, DateTime now, CancellationToken ct) => (
        from hold in db.Holds.AsNoTracking()
        where hold.Status == HoldStatus.Open && hold.ExpiresAt <= now
        from held in hold.Lots
        join lot in db.Lots on held.LotId equals lot.Id
        where EF.Parameter(accounts).Contains(lot.AccountId)
        select new OverduePoints(lot.AccountId, held.Points.Value, lot.ActivatesAt <= now && now < lot.ExpiresAt)).ToListAsync(ct);

    /// <summary>Points of an overdue hold on one lot.</summary>
    internal sealed record OverduePoints(long Account, long Points, bool IsSpendable);
}
