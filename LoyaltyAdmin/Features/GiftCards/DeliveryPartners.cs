using System.Net;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>The delivery partner's address and secret. The secret is protected where it lies and never shown again.</summary>
public sealed class DeliveryPartners(
    IDbContextFactory<LoyaltyDbContext> databases, IDataProtectionProvider protection, IConfiguration configuration, IHostEnvironment environment, BusinessClock clock)
{
    /// <summary>Whether addresses without https and within the shop's own network may be called; true in development.</summary>
    public const string PrivateSetting = "Delivery:AllowPrivateAddresses";
    private readonly IDataProtector protector = protection.CreateProtector("LoyaltyAdmin.DeliveryPartner");

    public bool AllowsPrivate => configuration.GetValue(PrivateSetting, environment.IsDevelopment());

    /// <summary>The partner with the secret in clear; null while there is none.</summary>
    public async Task<(Uri Address, string Secret)?> FindAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var partner = await db.DeliveryPartners.AsNoTracking().SingleOrDefaultAsync(ct);
        return partner is null or { Address: "" } or { Secret: "" } ? null : (new Uri(partner.Address), protector.Unprotect(partner.Secret));
    }

    /// <summary>The address; null while there is none.</summary>
    public async Task<string?> AddressAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DeliveryPartners.Select(p => p.Address).SingleOrDefaultAsync(ct) is { Length: > 0 } address ? address : null;
    }

    /// <summary>Null when it is saved; without a secret the old one stays.</summary>
    public async Task<Rejection?> SaveAsync(Actor actor, string address, string? secret, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsAdjust);
        if (CheckAddress(address.Trim()) is { } wrong)
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var partner = await db.DeliveryPartners.SingleOrDefaultAsync(ct);
        if (string.IsNullOrEmpty(secret) ? partner is null or { Secret: "" } : secret.Length < DeliveryPartner.ShortestSecret)
        {
            return new Rejection("GiftCards.SecretTooShort", DeliveryPartner.ShortestSecret) { Field = "secret" };
        }

        if (partner is null)
        {
            db.Add(partner = new DeliveryPartner());
        }

        var before = partner.Address;
        partner.Address = address.Trim();
        partner.Secret = string.IsNullOrEmpty(secret) ? partner.Secret : protector.Protect(secret);
        partner.Version++;
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(DeliveryPartner),
            SubjectId = "1",
            Before = System.Text.Json.JsonSerializer.Serialize(new { deliveryAddress = before }),
            After = System.Text.Json.JsonSerializer.Serialize(new { deliveryAddress = partner.Address, password = string.IsNullOrEmpty(secret) ? null : "***" }),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }

    /// <summary>Why an address cannot be the partner's. Where its name leads to is looked at with each call: see <see cref="DeliveryHttp"/>.</summary>
    private Rejection? CheckAddress(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || address.Length > 500 || uri.UserInfo.Length > 0)
        {
            return new Rejection("GiftCards.AddressInvalid") { Field = "address" };
        }

        if (AllowsPrivate)
        {
            return null;
        }

        return uri.Scheme != "https" ? new Rejection("GiftCards.AddressNotHttps") { Field = "address" }
            : uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && !DeliveryHttp.IsPublic(ip)) ? new Rejection("GiftCards.AddressPrivate") { Field = "address" }
            : null;
    }
}
