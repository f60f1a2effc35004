using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Finds a hold by its number, for a till that lost the answer.</summary>
public sealed class FindHold(IDbContextFactory<LoyaltyDbContext> databases)
{
    public async Task<Result<Hold>> ExecuteAsync(Actor actor, long id, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Holds.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct) is { } hold
            && (actor.Partner is null || hold.PartnerId == actor.Partner.Id) ? hold : ReceiptRejections.HoldUnknown(id);
    }
}
