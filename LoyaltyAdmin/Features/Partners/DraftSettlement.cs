using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Begins a statement with a partner, or throws the beginning away. A partner has one draft at a time.</summary>
public sealed class DraftSettlement(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>Begins a statement for days from (inclusive) to (exclusive).</summary>
    /// <returns>Its id.</returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, int partnerId, DateOnly from, DateOnly to, CancellationToken ct)
    {
        actor.Demand(Permission.SettlementsClose);
        if (to <= from || to > from.AddYears(5))
        {
            return new Rejection("Partners.PeriodInvalid") { Field = "to" };
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (!await db.Partners.AnyAsync(p => p.Id == partnerId, ct))
        {
            return PartnerRejections.Unknown;
        }

        var settlement = new Settlement { PartnerId = partnerId, From = from, To = to, CreatedAt = clock.UtcNow, CreatedBy = actor.Name };
        db.Settlements.Add(settlement);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            return new Rejection("Partners.DraftThere");
        }

        return settlement.Id;
    }

    /// <summary>Throws a draft away; it has settled nothing.</summary>
    public async Task<Rejection?> DiscardAsync(Actor actor, int settlementId, CancellationToken ct)
    {
        actor.Demand(Permission.SettlementsClose);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        if (await db.Settlements.SingleOrDefaultAsync(s => s.Id == settlementId && s.Status == SettlementStatus.Draft, ct) is not { } draft)
        {
            return new Rejection("Partners.NoDraft");
        }

        db.Settlements.Remove(draft);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Partners.NoDraft");
        }
    }
}
