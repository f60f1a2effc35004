using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>A key as the list shows it; the key itself is not known any more.</summary>
public sealed record ApiKeyRow(
    int Id, string Name, string Prefix, string Scopes, bool Unlimited, DateTime CreatedAt, string CreatedBy, DateTime? RevokedAt)
{
    /// <summary>Whose tills call by it, by name; null for the shop's own.</summary>
    public string? Partner { get; init; }
}

/// <summary>What the page of keys shows.</summary>
public sealed class ApiKeyQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>By nature keys in force first, the newest first.</summary>
    public async Task<Page<ApiKeyRow>> ListAsync(Actor actor, ApiKeyFilter filter, ApiKeySort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ApiKeysManage);

        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = db.ApiKeys.AsNoTracking();
        if (filter.IsRevoked is { } isRevoked)
        {
            keys = isRevoked ? keys.Where(k => k.RevokedAt != null) : keys.Where(k => k.RevokedAt == null);
        }

        if (filter.PartnerId is { } partner)
        {
            keys = keys.Where(k => k.PartnerId == partner);
        }

        return await Sorted(keys, sort, descending)
            .Select(k => new ApiKeyRow(k.Id, k.Name, k.Prefix, k.Scopes, k.Unlimited, k.CreatedAt, k.CreatedBy, k.RevokedAt)
            {
                Partner = db.Partners.Where(p => p.Id == k.PartnerId).Select(p => p.Name).FirstOrDefault(),
            })
            .ToPageAsync(page, ct);
    }

    private static IQueryable<ApiKey> Sorted(IQueryable<ApiKey> keys, ApiKeySort sort, bool descending) => (sort, descending) switch
    {
        (ApiKeySort.Name, true) => keys.OrderByDescending(k => k.Name).ThenByDescending(k => k.Id),
        (ApiKeySort.Name, false) => keys.OrderBy(k => k.Name).ThenBy(k => k.Id),
        (ApiKeySort.Created, true) => keys.OrderByDescending(k => k.Id),
        (ApiKeySort.Created, false) => keys.OrderBy(k => k.Id),
        _ => keys.OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.Id),
    };
}
