using LoyaltyAdmin.Data;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>A key as the list shows it; the key itself is not known any more.</summary>
public sealed record ApiKeyRow(
    int Id, string Name, string Prefix, string Scopes, bool Unlimited, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt);

/// <summary>What the page of keys shows.</summary>
public sealed class ApiKeyQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Keys in force first, the newest first.</summary>
    public async Task<Page<ApiKeyRow>> ListAsync(Actor actor, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ApiKeysManage);

        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ApiKeys.AsNoTracking()
            .OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.Id)
            .Select(k => new ApiKeyRow(k.Id, k.Name, k.Prefix, k.Scopes, k.Unlimited, k.CreatedAt, k.CreatedBy, k.RevokedAt))
            .ToPageAsync(page, ct);
    }
}
