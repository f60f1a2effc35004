using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Writes gift cards that have changed, with their entries, within the open transaction.</summary>
internal static class GiftCardWriter
{
    private const string Update =
        """
        UPDATE "GiftCards" SET "Nominal" = @p0, "Balance" = @p1, "Status" = @p2, "ExpiresAt" = @p3, "SoldAt" = @p4, "SoldOn" = @p5, "SoldStore" = @p6,
            "SoldChannel" = @p7, "SoldReceiptId" = @p8, "SoldLine" = @p9, "OperationId" = @p10, "OperationHash" = @p11, "GivenBy" = @p12, "GivenTo" = @p13,
            "Words" = @p14, "BlockedFor" = @p15, "WrongPins" = @p16, "Version" = "Version" + 1
        WHERE "Id" = @p17 AND "Version" = @p18
        """;

    /// <summary>Writes them all, or tells with false that someone else changed one first.</summary>
    public static async Task<bool> WriteAsync(LoyaltyDbContext db, SqlProvider sql, IEnumerable<GiftCardLedger> cards, CancellationToken ct)
    {
        var changed = cards.Where(c => c.HasChanged).OrderBy(c => c.Card.Id).ToList();
        if (changed.Count == 0)
        {
            return true;
        }

        var touched = await sql.ExecuteManyAsync(db, Update, [.. changed.Select(Row)], ct);
        if (Array.Exists(touched, rows => rows != 1))
        {
            return false;
        }

        await sql.InsertAsync(db, [.. changed.SelectMany(c => c.NewEntries)], ct);
        return true;
    }

    /// <summary>Counts a wrong secret number of cards; too many block an active one.</summary>
    public static async Task CountWrongPinsAsync(IDbContextFactory<LoyaltyDbContext> databases, long[] cards, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        foreach (var id in cards)
        {
            await db.GiftCards.Where(c => c.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.WrongPins, c => c.WrongPins + 1).SetProperty(c => c.Version, c => c.Version + 1), ct);
            await db.GiftCards.Where(c => c.Id == id && c.WrongPins >= GiftCard.MostWrongPins && c.Status == GiftCardStatus.Active).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Status, GiftCardStatus.Blocked).SetProperty(c => c.BlockedFor, GiftCard.BlockedByPin)
                    .SetProperty(c => c.Version, c => c.Version + 1),
                ct);
        }
    }

    private static object?[] Row(GiftCardLedger ledger)
    {
        var card = ledger.Card;
        return
        [
            card.Nominal.Minor, card.Balance.Minor, card.Status, card.ExpiresAt, card.SoldAt, card.SoldOn, card.SoldStore,
            card.SoldChannel, card.SoldReceiptId, card.SoldLine, card.OperationId, card.OperationHash, card.GivenBy, card.GivenTo,
            card.Words, card.BlockedFor, card.WrongPins, card.Id, ledger.ReadVersion,
        ];
    }
}
