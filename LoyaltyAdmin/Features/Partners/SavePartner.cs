using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Adds a partner, or changes what is written about one.</summary>
public sealed class SavePartner(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>What is written about a partner.</summary>
    public sealed record Particulars(string Name, string LegalName = "", string TaxNumber = "", string Contact = "");

    /// <summary>Adds a partner; it takes part at once, with nothing agreed yet.</summary>
    /// <returns>Its id.</returns>
    public async Task<Result<int>> AddAsync(Actor actor, string key, Particulars given, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersEdit);
        key = key.Trim();
        given = Trimmed(given);
        if (!PartnerRule.IsKey(key))
        {
            return new Rejection("Partners.KeyInvalid", PartnerRule.LongestKey) { Field = "key" };
        }

        if (Check(given) is { } wrong)
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var partner = new Partner
        {
            Key = key,
            Name = given.Name,
            LegalName = given.LegalName,
            TaxNumber = given.TaxNumber,
            Contact = given.Contact,
            CreatedAt = clock.UtcNow,
            CreatedBy = actor.Name,
        };
        db.Partners.Add(partner);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            return new Rejection("Partners.KeyTaken", key) { Field = "key" };
        }

        return partner.Id;
    }

    /// <summary>Changes the particulars; the key stays.</summary>
    public async Task<Rejection?> ChangeAsync(Actor actor, int id, Particulars given, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersEdit);
        given = Trimmed(given);
        if (Check(given) is { } wrong)
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.Partners.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } partner)
        {
            return PartnerRejections.Unknown;
        }

        (partner.Name, partner.LegalName, partner.TaxNumber, partner.Contact) = (given.Name, given.LegalName, given.TaxNumber, given.Contact);
        await db.SaveChangesAsync(ct);
        return null;
    }

    /// <summary>Opens, pauses or closes; who left for good can come back too.</summary>
    public async Task<Rejection?> MoveAsync(Actor actor, int id, PartnerState state, string? reason, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (actor.Name, reason?.Trim());
        if (await db.Partners.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } partner)
        {
            return PartnerRejections.Unknown;
        }

        partner.State = state;
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static Rejection? Check(Particulars given) => PartnerRule.Check(given.Name, given.LegalName, given.TaxNumber, given.Contact);

    private static Particulars Trimmed(Particulars given) =>
        new(given.Name.Trim(), given.LegalName.Trim(), given.TaxNumber.Trim(), given.Contact.Trim());
}
