using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>
/// The keys in force, kept in memory: every call of the API asks for one. A change on this node shows at once, one on
/// another node within <see cref="Freshness"/>; unknown keys cost no query of their own.
/// </summary>
public sealed class ApiKeyRing(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);
    private volatile Snapshot? current;

    /// <summary>Who the key belongs to; null when there is no such key or it was revoked.</summary>
    public async ValueTask<KeyHolder?> FindAsync(string secret, CancellationToken ct)
    {
        var snapshot = current;
        if (snapshot is null || (clock.UtcNow - snapshot.ReadAt).Duration() >= Freshness)
        {
            snapshot = await ReadAsync(ct);
            current = snapshot;
        }

        return snapshot.Holders.GetValueOrDefault(ApiKeySecret.HashOf(secret));
    }

    /// <summary>Forgets what is in memory: the next call reads the database.</summary>
    public void Forget() => current = null;

    private async Task<Snapshot> ReadAsync(CancellationToken ct)
    {
        var readAt = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var keys = await db.ApiKeys.AsNoTracking()
            .Where(k => k.RevokedAt == null)
            .Select(k => new
            {
                k.Id,
                k.Name,
                k.Hash,
                k.Scopes,
                k.Unlimited,
                k.PartnerId,
                Partner = db.Partners.Where(p => p.Id == k.PartnerId).Select(p => p.Key).FirstOrDefault(),
                HasLeft = db.Partners.Any(p => p.Id == k.PartnerId && p.State == PartnerState.Closed),
            })
            .ToListAsync(ct);
        return new Snapshot(
            keys.ToDictionary(k => k.Hash, k => KeyHolder.Of(
                k.Id, k.Name, k.Scopes.Split(' '), k.Unlimited, k.PartnerId is { } id ? new PartnerTill(id, k.Partner!) { HasLeft = k.HasLeft } : null)),
            readAt);
    }

    /// <summary>A key in force, as the API needs to know it.</summary>
    public sealed record KeyHolder(int Id, Actor Actor, IReadOnlySet<string> Scopes, bool Unlimited)
    {
        /// <summary>A partner's key may never more than a till, whatever was written into it.</summary>
        internal static KeyHolder Of(int id, string name, string[] given, bool unlimited, PartnerTill? partner)
        {
            string[] scopes = partner is null ? given : [.. given.Where(ApiScope.OfPartners.Contains)];
            return new KeyHolder(id, new Actor($"key:{name}", ApiScope.PermissionsOf(scopes)) { Partner = partner }, scopes.ToHashSet(), unlimited);
        }
    }

    private sealed record Snapshot(Dictionary<string, KeyHolder> Holders, DateTime ReadAt);
}
