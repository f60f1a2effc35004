using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Writes an amount that the next statement takes in. There is no way to change or remove it: another one corrects it.</summary>
public sealed class WriteAdjustment(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const decimal Most = 1_000_000_000m;

    /// <param name="actor">Who; needs <see cref="Permission.SettlementsClose"/>.</param>
    /// <param name="partnerId">With whom.</param>
    /// <param name="amount">In units of currency; above zero when the partner pays the shop.</param>
    /// <param name="reason">Why.</param>
    /// <param name="operation">Tells a repetition from a second adjustment.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when written, or found written before.</returns>
    public async Task<Rejection?> ExecuteAsync(Actor actor, int partnerId, decimal amount, string reason, Guid operation, CancellationToken ct)
    {
        actor.Demand(Permission.SettlementsClose);
        if (amount is 0m or > Most or < -Most || decimal.Round(amount, 2) != amount)
        {
            return new Rejection("Partners.AmountInvalid") { Field = "amount" };
        }

        if (PartnerRejections.CheckNote(reason) is { } missing)
        {
            return missing;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        if (!await db.Partners.AnyAsync(p => p.Id == partnerId, ct))
        {
            return PartnerRejections.Unknown;
        }

        db.SettlementAdjustments.Add(new SettlementAdjustment
        {
            PartnerId = partnerId,
            AmountMinor = (long)(amount * 100m),
            Reason = reason.Trim(),
            At = clock.UtcNow,
            Author = actor.Name,
            Operation = operation,
        });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            // The first of two clicks has written it.
        }

        return null;
    }
}
