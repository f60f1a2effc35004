using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>An administrator gives a till, shop or importer a key of its own.</summary>
public sealed class CreateApiKey(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ApiKeyRing ring)
{
    public const int LongestName = 60;

    /// <summary>Makes a key; for a partner one that may do what its tills need and nothing else.</summary>
    public async Task<Result<Created>> ExecuteAsync(
        Actor actor, string name, IReadOnlyCollection<string> scopes, CancellationToken ct, int? partnerId = null)
    {
        actor.Demand(Permission.ApiKeysManage);

        name = name.Trim();
        if (Refuse(name, scopes) is { } rejection)
        {
            return rejection;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (partnerId is { } partner && await RefuseAsync(db, partner, scopes, ct) is { } refused)
        {
            return refused;
        }

        if (await db.ApiKeys.AnyAsync(k => k.Name == name && k.RevokedAt == null, ct))
        {
            return new Rejection("ApiKeys.NameTaken", name) { Field = "name" };
        }

        db.Author = actor.Name;
        var secret = ApiKeySecret.Generate();
        var key = new ApiKey
        {
            Name = name,
            Hash = ApiKeySecret.HashOf(secret),
            Prefix = ApiKeySecret.PrefixOf(secret),
            Scopes = string.Join(' ', ApiScope.All.Select(s => s.Name).Where(scopes.Contains)),
            PartnerId = partnerId,
            CreatedAt = clock.UtcNow,
            CreatedBy = actor.Name,
        };
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(ct);
        ring.Forget();
        return new Created(key.Id, secret);
    }

    private static async Task<Rejection?> RefuseAsync(LoyaltyDbContext db, int partnerId, IReadOnlyCollection<string> scopes, CancellationToken ct) =>
        !await db.Partners.AnyAsync(p => p.Id == partnerId && p.State != PartnerState.Closed, ct) ? new Rejection("ApiKeys.PartnerUnknown") { Field = "partner" }
        : scopes.Any(s => !ApiScope.OfPartners.Contains(s)) ? new Rejection("ApiKeys.ScopesNotForPartner") { Field = "scopes" }
        : null;

    private static Rejection? Refuse(string name, IReadOnlyCollection<string> scopes)
    {
        if (name.Length is 0 or > LongestName)
        {
            return new Rejection("ApiKeys.NameInvalid", LongestName) { Field = "name" };
        }

        return scopes.Count == 0 || scopes.Any(s => ApiScope.All.All(known => known.Name != s))
            ? new Rejection("ApiKeys.ScopesInvalid") { Field = "scopes" }
            : null;
    }

    /// <summary>The new key; its secret is known only here and now.</summary>
    public sealed record Created(int Id, string Secret);
}
