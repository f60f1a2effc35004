using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Makes sure that the key of the setting <c>Bootstrap:ApiKey</c> is there: all scopes, no rate limit.</summary>
public sealed class BootstrapApiKey(
    IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ApiKeyRing ring, IConfiguration configuration)
{
    public const string Setting = "Bootstrap:ApiKey";

    /// <summary>Does nothing without the setting, or when the key is known already, revoked or not.</summary>
    /// <exception cref="InvalidOperationException">The key is shorter than <see cref="ApiKeySecret.MinimumLength"/>.</exception>
    public async Task ExecuteAsync(CancellationToken ct)
    {
        if (configuration[Setting] is not { Length: > 0 } secret)
        {
            return;
        }

        if (secret.Length < ApiKeySecret.MinimumLength)
        {
            throw new InvalidOperationException(
                $"{Setting} (environment variable Bootstrap__ApiKey) has {secret.Length} characters: give it {ApiKeySecret.MinimumLength} or more.");
        }

        var hash = ApiKeySecret.HashOf(secret);
        if (await IsThereAsync(hash, ct))
        {
            return;
        }

        try
        {
            await AddAsync(secret, hash, ct);
        }
        catch (DbUpdateException)
        {
            // Another node that started at the same moment may have been the first.
            if (!await IsThereAsync(hash, ct))
            {
                throw;
            }
        }

        ring.Forget();
    }

    private async Task<bool> IsThereAsync(string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ApiKeys.AnyAsync(k => k.Hash == hash, ct);
    }

    private async Task AddAsync(string secret, string hash, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = "system:start";
        db.ApiKeys.Add(new ApiKey
        {
            Name = "bootstrap",
            Hash = hash,
            Prefix = ApiKeySecret.PrefixOf(secret),
            Scopes = string.Join(' ', ApiScope.All.Select(s => s.Name)),
            Unlimited = true,
            CreatedAt = clock.UtcNow,
            CreatedBy = db.Author,
        });
        await db.SaveChangesAsync(ct);
    }
}
