using System.Data;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>
/// Takes the demo shop out of the portal, for good: members, cards, receipts, returns, points, holds and goods that were
/// invented, and nothing else. All or nothing, in one transaction; the figures of the dashboard are computed anew in it.
/// </summary>
public sealed class RemoveDemoShop(IDbContextFactory<LoyaltyDbContext> databases, RebuildRollups rollups, BusinessClock clock, DemoBoard board)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>What would go, to be asked before.</summary>
    public async Task<DemoCounts> PreviewAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.DemoManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await CountAsync(db, ct);
    }

    /// <summary>Removes it; what was removed, or <c>Demo.StillMaking</c>, or <c>Demo.NotThere</c>.</summary>
    public async Task<Result<DemoCounts>> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.DemoManage);
        if (board.Progress is not null)
        {
            return new Rejection("Demo.StillMaking");
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        db.Database.SetCommandTimeout(Longest);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var shop = await db.DemoShops.SingleOrDefaultAsync(ct);
        if (shop is null or { Status: DemoShopStatus.Removed })
        {
            return new Rejection("Demo.NotThere");
        }

        var counts = await CountAsync(db, ct);
        foreach (var (table, where) in DemoSql.Removals)
        {
            // The texts are constants of this program.
#pragma warning disable EF1003
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"" + table + "\" WHERE " + where, ct);
#pragma warning restore EF1003
        }

        await rollups.RunAsync(db, ct);
        shop.Status = DemoShopStatus.Removed;
        db.AuditEntries.Add(Entry(actor, shop, counts));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return counts;
    }

    private AuditEntry Entry(Actor actor, DemoShop shop, DemoCounts counts) => new()
    {
        At = clock.UtcNow,
        Author = actor.Name,
        Action = AuditAction.Deleted,
        Subject = nameof(DemoShop),
        SubjectId = shop.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Before = JsonSerializer.Serialize(counts),
    };

    private static async Task<DemoCounts> CountAsync(LoyaltyDbContext db, CancellationToken ct) =>
        (await db.Database.SqlQueryRaw<DemoCounts>(DemoSql.Count).ToListAsync(ct))[0];
}
