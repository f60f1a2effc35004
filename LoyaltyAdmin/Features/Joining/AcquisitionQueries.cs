using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>What winning members costs, by month and channel.</summary>
public sealed class AcquisitionQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int MonthsShown = 12;

    /// <summary>Months and channels with members or costs; a year back where nothing is asked for.</summary>
    public async Task<IReadOnlyList<AcquisitionRow>> ListAsync(Actor actor, AcquisitionFilter filter, bool ascending, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var to = Month.Of(filter.To ?? timeline.CalendarAt(now).DayOf(now));
        var from = Month.Of(filter.From ?? to.AddMonths(1 - MonthsShown));
        var end = to.AddMonths(1);
        await using var db = await databases.CreateDbContextAsync(ct);
        var members = await db.Members.Where(m => m.JoinedOn >= from && m.JoinedOn < end && m.Status != MemberStatus.Merged)
            .GroupBy(m => new { m.JoinedOn.Year, m.JoinedOn.Month, m.Channel }).Select(g => new { g.Key.Year, g.Key.Month, g.Key.Channel, Count = g.Count() }).ToListAsync(ct);
        var costs = await db.AcquisitionCosts.AsNoTracking().Where(c => c.Month >= from && c.Month < end).ToListAsync(ct);
        var joined = members.ToDictionary(m => (new DateOnly(m.Year, m.Month, 1), m.Channel ?? ""), m => m.Count);
        var spent = costs.ToDictionary(c => (c.Month, c.Channel), c => c.Amount.Amount);
        var rows = joined.Keys.Union(spent.Keys)
            .Where(key => filter.Search is not { } search || key.Item2.Contains(search, StringComparison.CurrentCultureIgnoreCase))
            .Select(key => new AcquisitionRow
            {
                Month = key.Item1,
                Channel = key.Item2,
                NewMembers = joined.GetValueOrDefault(key),
                Cost = spent.TryGetValue(key, out var cost) ? cost : null,
            });
        return [.. (ascending ? rows.OrderBy(r => r.Month) : rows.OrderByDescending(r => r.Month)).ThenByDescending(r => r.NewMembers).ThenBy(r => r.Channel, StringComparer.Ordinal)];
    }

    /// <summary>The channels that members came by or that cost something.</summary>
    public async Task<IReadOnlyList<string>> ChannelsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var named = await db.Members.Where(m => m.Channel != null).Select(m => m.Channel!).Distinct().OrderBy(c => c).Take(100).ToListAsync(ct);
        var paid = await db.AcquisitionCosts.Select(c => c.Channel).Distinct().ToListAsync(ct);
        return [.. named.Union(paid).Order(StringComparer.CurrentCulture)];
    }
}
