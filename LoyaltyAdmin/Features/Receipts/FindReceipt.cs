using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Finds a receipt by the till's own name of it.</summary>
public sealed class FindReceipt(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>The receipt with its lines, or <c>Receipts.ReceiptUnknown</c>.</summary>
    public async Task<Result<Receipt>> ExecuteAsync(Actor actor, string key, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);

        await using var db = await databases.CreateDbContextAsync(ct);
        var kept = actor.Partner?.Keep(key) ?? key;
        return await db.Receipts.AsNoTracking().Include(r => r.Lines).SingleOrDefaultAsync(r => r.Key == kept, ct) is { } receipt
                && (actor.Partner is null || receipt.PartnerId == actor.Partner.Id)
            ? receipt
            : new Rejection("Receipts.ReceiptUnknown", key) { Field = "receiptId" };
    }
}
