using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>A campaign as a list shows one.</summary>
/// <param name="Status">Now.</param>
/// <param name="Shown">The version that the list tells of.</param>
/// <param name="Total">What is used up.</param>
public sealed record CampaignRow(Campaign Campaign, CampaignStatus Status, CampaignVersion Shown, CampaignTotal Total)
{
    public BudgetBlock Block => Shown.Terms.BookedTo;

    /// <summary>Whether another version is being written beside the live one.</summary>
    public bool HasOpen => Campaign.Live is not null && Campaign.Open is not null;
}

/// <summary>Campaigns with their states: a shop has some hundreds through the years.</summary>
public sealed class CampaignQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All campaigns, the latest first.</summary>
    public async Task<IReadOnlyList<CampaignRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RowsAsync(db, db.Campaigns, ct);
    }

    /// <summary>Null where there is no such campaign.</summary>
    public async Task<CampaignRow?> FindAsync(Actor actor, int id, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RowsAsync(db, db.Campaigns.Where(c => c.Id == id), ct) is [var row] ? row : null;
    }

    private async Task<IReadOnlyList<CampaignRow>> RowsAsync(LoyaltyDbContext db, IQueryable<Campaign> campaigns, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var found = await campaigns.AsNoTracking().AsSplitQuery().Include(c => c.Versions).Include(c => c.Runs).OrderByDescending(c => c.Id).ToListAsync(ct);
        var ids = found.Select(c => c.Id).ToArray();
        var totals = await db.CampaignTotals.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.CampaignId)).ToDictionaryAsync(t => t.CampaignId, ct);
        return [.. found.Select(c => new CampaignRow(c, c.StatusAt(now, calendar), c.Shown, totals.GetValueOrDefault(c.Id) ?? new CampaignTotal { CampaignId = c.Id }))];
    }
}
