using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>An administrator takes a key out of force, for good.</summary>
public sealed class RevokeApiKey(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ApiKeyRing ring)
{
    /// <summary>Null when the key is out of force now, as it also is when it was before.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, int id, CancellationToken ct)
    {
        actor.Demand(Permission.ApiKeysManage);

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == id, ct) is not { } key)
        {
            return new Rejection("ApiKeys.Unknown");
        }

        db.Author = actor.Name;
        key.RevokedAt ??= clock.UtcNow;
        await db.SaveChangesAsync(ct);
        ring.Forget();
        return null;
    }
}
