using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>What pages want to know of the demo shop.</summary>
public sealed class DemoQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Null where there never was one.</summary>
    public async Task<DemoShopStatus?> StatusAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DemoShops.Select(s => (DemoShopStatus?)s.Status).SingleOrDefaultAsync(ct);
    }
}
