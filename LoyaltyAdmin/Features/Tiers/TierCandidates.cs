using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>
/// Finds by one aggregate who may stand elsewhere than is stored. The aggregate leaves returns out and takes the longest
/// window, so it is never less than the metric: whoever it does not name has not risen.
/// </summary>
internal static class TierCandidates
{
    /// <summary>Numbers of the members who may move; each once, in no order.</summary>
    public static async Task<HashSet<long>> WhoMayMoveAsync(
        IDbContextFactory<LoyaltyDbContext> databases, TierRules rules, DateOnly day, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var due = day.AddDays(-rules.Conditions.GraceDays);
        var found = await db.MemberTiers
            .Where(t => t.KeptUntil <= due || t.LockUntil <= day || t.LadderVersion != rules.Version)
            .Select(t => t.MemberId).ToHashSetAsync(ct);
        await foreach (var (member, value, level) in BoughtAsync(db, rules, day).WithCancellation(ct))
        {
            if (rules.Ladder.PlaceFor(value) > Math.Max(0, rules.Ladder.PlaceOf(level ?? "")))
            {
                found.Add(member);
            }
        }

        return found;
    }

    /// <summary>Members whose purchases reach a level above the lowest, with the stored level.</summary>
    private static async IAsyncEnumerable<(long Member, decimal Value, string? Level)> BoughtAsync(LoyaltyDbContext db, TierRules rules, DateOnly day)
    {
        var from = rules.Conditions.Window switch
        {
            TierWindow.CalendarYear => new DateOnly(day.Year, 1, 1),
            TierWindow.Lifetime => DateOnly.MinValue,
            _ => day.AddYears(-1),
        };
        var least = (long)(rules.Ladder.Levels[1].Threshold * rules.PartsOfMetric);
        var bought = db.Receipts.AsNoTracking().Where(r => r.PartnerId == null && r.MemberId != null && r.Day >= from).GroupBy(r => r.MemberId!.Value);
        var sums = rules.Conditions.Metric switch
        {
            TierMetric.Spend => bought.Select(g => new { Member = g.Key, Value = g.Sum(r => r.Net.Minor) }),
            TierMetric.PointsEarned => bought.Select(g => new { Member = g.Key, Value = g.Sum(r => r.Accrued.Value) }),
            _ => bought.Select(g => new { Member = g.Key, Value = (long)g.Select(r => r.Day).Distinct().Count() }),
        };
        var rows =
            from sum in sums
            where sum.Value >= least
            join tier in db.MemberTiers on sum.Member equals tier.MemberId into tiers
            from tier in tiers.DefaultIfEmpty()
            select new { sum.Member, sum.Value, Level = (string?)tier.Level };
        await foreach (var row in rows.AsAsyncEnumerable())
        {
            yield return (row.Member, row.Value / (decimal)rules.PartsOfMetric, row.Level);
        }
    }
}
