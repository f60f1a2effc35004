using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>
/// The campaigns that decide receipts, made ready and kept in memory: every receipt asks for them. A change on this node
/// shows at once, one on another node within <see cref="Freshness"/>.
/// </summary>
public sealed class CampaignBook(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Snapshot? current;

    /// <summary>What is known of campaigns at an instant.</summary>
    /// <param name="Set">All versions that have ever decided receipts, with their spans.</param>
    /// <param name="Ids">Numbers of campaigns by key.</param>
    /// <param name="Limits">Limits of the live version, by number of the campaign.</param>
    /// <param name="Settings">Of all promotions.</param>
    public sealed record Snapshot(CampaignSet Set, IReadOnlyDictionary<string, int> Ids, IReadOnlyDictionary<int, CampaignLimits> Limits, PromotionSettings Settings, DateTime ReadAt)
    {
        /// <summary>Whether there is nothing to decide.</summary>
        public bool IsEmpty => Set.Campaigns.Count == 0;

        /// <summary>Keys of the series whose codes campaigns give.</summary>
        public IReadOnlyList<string> CouponSeries { get; } =
            [.. Set.Campaigns.SelectMany(c => c.Terms.Rewards).OfType<IssueCouponReward>().Select(r => r.Series).Distinct()];
    }

    public async ValueTask<Snapshot> GetAsync(CancellationToken ct)
    {
        var snapshot = current;
        if (snapshot is not null && clock.UtcNow - snapshot.ReadAt is { } age && age >= TimeSpan.Zero && age < Freshness)
        {
            return snapshot;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return current = await ReadAsync(db, clock.UtcNow, ct);
    }

    /// <summary>Forgets what is in memory: the next call reads the database.</summary>
    public void Forget() => current = null;

    private static async Task<Snapshot> ReadAsync(LoyaltyDbContext db, DateTime now, CancellationToken ct)
    {
        var settings = await db.PromotionSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new PromotionSettings();
        var campaigns = await db.Campaigns.AsNoTracking().Include(c => c.Versions).Include(c => c.Runs).Where(c => c.Runs.Any()).ToListAsync(ct);
        var running =
            from campaign in campaigns
            from run in campaign.Runs
            where run.From < run.Until
            let version = campaign.Versions.Find(v => v.Number == run.Version)!
            select new RunningCampaign(campaign.Key, version.Name, version.Number, version.Terms) { From = run.From, Until = run.Until };
        return new Snapshot(
            new CampaignSet(running, settings.Policy),
            campaigns.ToDictionary(c => c.Key, c => c.Id, StringComparer.Ordinal),
            campaigns.ToDictionary(c => c.Id, c => c.Live!.Terms.Limits),
            settings,
            now);
    }
}
