using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>
/// What subscriptions have brought, line by line as it was decided. Returned goods take their part back: always of the
/// whole line by what of it has come back so far, so that parts add up exactly. All within the open transaction.
/// </summary>
internal static class SubscriptionSavings
{
    private const string TakeBack =
        """
        UPDATE "SubscriptionSavings" SET "TakenBack" = COALESCE((
            SELECT CASE WHEN l."ReturnedQuantity" >= l."Quantity" THEN "SubscriptionSavings"."Discount" + "SubscriptionSavings"."Points"
                ELSE (("SubscriptionSavings"."Discount" + "SubscriptionSavings"."Points") * 2 * l."ReturnedQuantity" + l."Quantity") / (2 * l."Quantity") END
            FROM "ReceiptLines" l WHERE l."ReceiptId" = "SubscriptionSavings"."ReceiptId" AND l."Line" = "SubscriptionSavings"."Line"), 0)
        WHERE "ReceiptId" = @p0
        """;

    private const string Sum =
        """
        UPDATE "Subscriptions" SET "Saved" = (
            SELECT COALESCE(SUM(v."Discount" + v."Points" - v."TakenBack"), 0) FROM "SubscriptionSavings" v WHERE v."SubscriptionId" = "Subscriptions"."Id")
        WHERE "Id" = @p0
        """;

    /// <summary>Adds what new sales brought and takes back what returned goods had brought.</summary>
    /// <param name="db">With the open transaction; lines are as they are after the returns.</param>
    /// <param name="sql">The database.</param>
    /// <param name="added">Of new sales.</param>
    /// <param name="returned">Receipts of which goods have come back.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WriteAsync(
        LoyaltyDbContext db, SqlProvider sql, IReadOnlyList<SubscriptionSaving> added, IEnumerable<long> returned, CancellationToken ct)
    {
        await sql.InsertAsync(db, added, ct);
        var changed = await TakeBackAsync(db, sql, returned, ct);
        await SumAsync(db, sql, changed.Concat(added.Select(s => s.SubscriptionId)), ct);
    }

    /// <summary>Counts anew what has come back of some receipts.</summary>
    public static async Task CountAgainAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<long> receipts, CancellationToken ct) =>
        await SumAsync(db, sql, await TakeBackAsync(db, sql, receipts, ct), ct);

    /// <summary>Forgets what receipts brought that are taken away.</summary>
    public static async Task ForgetAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<long> receipts, CancellationToken ct)
    {
        var changed = new List<long>();
        foreach (var ids in receipts.Chunk(1000))
        {
            changed.AddRange(await db.SubscriptionSavings.Where(s => EF.Parameter(ids).Contains(s.ReceiptId)).Select(s => s.SubscriptionId).Distinct().ToListAsync(ct));
            await db.SubscriptionSavings.Where(s => EF.Parameter(ids).Contains(s.ReceiptId)).ExecuteDeleteAsync(ct);
        }

        await SumAsync(db, sql, changed, ct);
    }

    private static async Task<IReadOnlyList<long>> TakeBackAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<long> receipts, CancellationToken ct)
    {
        var ids = receipts.Distinct().Order().ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        var known = await db.SubscriptionSavings.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.ReceiptId)).Select(s => new { s.ReceiptId, s.SubscriptionId }).Distinct().ToListAsync(ct);
        await sql.ExecuteManyAsync(db, TakeBack, [.. known.Select(k => k.ReceiptId).Distinct().Select(id => new object?[] { id })], ct);
        return [.. known.Select(k => k.SubscriptionId)];
    }

    private static Task<int[]> SumAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<long> subscriptions, CancellationToken ct) =>
        sql.ExecuteManyAsync(db, Sum, [.. subscriptions.Distinct().Order().Select(id => new object?[] { id })], ct);
}
