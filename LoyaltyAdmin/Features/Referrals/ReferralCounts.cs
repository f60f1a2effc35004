using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>For how many friends members were rewarded: what the caps look at.</summary>
internal sealed class ReferralCounts
{
    private readonly Dictionary<long, (int ThisMonth, int InAll)> counts = [];

    /// <summary>Reads the counts of members who stand for themselves, with those merged into them.</summary>
    public static async Task<ReferralCounts> ReadAsync(LoyaltyDbContext db, IEnumerable<long> referrers, DateOnly today, CancellationToken ct)
    {
        long[] ids = [.. referrers.Distinct()];
        var month = Month.Of(today);
        var rows = await db.Referrals.AsNoTracking().Where(r => r.State == ReferralState.Rewarded && r.ReferrerPoints.Value > 0)
            .Join(db.Members, r => r.ReferrerId, m => m.Id, (r, m) => new { Referrer = m.MergedIntoId ?? m.Id, IsThisMonth = r.DecidedOn >= month })
            .Where(r => EF.Parameter(ids).Contains(r.Referrer))
            .GroupBy(r => new { r.Referrer, r.IsThisMonth })
            .Select(g => new { g.Key.Referrer, g.Key.IsThisMonth, Count = g.Count() })
            .ToListAsync(ct);
        var read = new ReferralCounts();
        foreach (var row in rows.GroupBy(r => r.Referrer))
        {
            read.counts[row.Key] = (row.Where(r => r.IsThisMonth).Sum(r => r.Count), row.Sum(r => r.Count));
        }

        return read;
    }

    public (int ThisMonth, int InAll) Of(long referrer) => counts.GetValueOrDefault(referrer);

    /// <summary>One more, where points were given.</summary>
    public void Add(long referrer, decimal points)
    {
        if (points > 0)
        {
            var (month, all) = Of(referrer);
            counts[referrer] = (month + 1, all + 1);
        }
    }
}
