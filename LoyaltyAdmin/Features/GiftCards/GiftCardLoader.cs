using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Reads, set-wise, the gift cards that a batch of postings has to do with; nothing where it has to do with none.</summary>
public sealed class GiftCardLoader(IdSource ids)
{
    public async Task<GiftCardsAtTill> LoadAsync(LoyaltyDbContext db, GiftCardsAsked asked, DateTime now, ProgramCalendar calendar, CancellationToken ct)
    {
        if (asked.Nothing)
        {
            return new GiftCardsAtTill();
        }

        var (codes, receipts) = (asked.Codes.Distinct().ToArray(), asked.Receipts.Distinct().Select(id => (long?)id).ToArray());
        var entries = receipts.Length == 0 ? [] : await db.GiftCardEntries.AsNoTracking().Where(e => EF.Parameter(receipts).Contains(e.ReceiptId)).ToListAsync(ct);
        var named = await HoldsAsync(db, [.. asked.Holds.Distinct()], ct);
        long[] known = [.. entries.Select(e => e.CardId).Concat(named.Select(h => h.CardId)).Distinct()];
        var cards = await db.GiftCards.AsNoTracking()
            .Where(c => EF.Parameter(codes).Contains(c.Code) || EF.Parameter(known).Contains(c.Id))
            .ToListAsync(ct);
        return new GiftCardsAtTill(await OpenAsync(db, cards, now, calendar, ct), entries, named);
    }

    /// <summary>One card by its code; null where there is none.</summary>
    public async Task<GiftCardLedger?> FindAsync(LoyaltyDbContext db, string code, DateTime now, ProgramCalendar calendar, CancellationToken ct) =>
        await db.GiftCards.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code, ct) is { } card ? (await OpenAsync(db, [card], now, calendar, ct))[0] : null;

    /// <summary>Cards with what holds that are open and in time have set aside of them.</summary>
    public async Task<IReadOnlyList<GiftCardLedger>> OpenAsync(
        LoyaltyDbContext db, IReadOnlyCollection<GiftCard> cards, DateTime now, ProgramCalendar calendar, CancellationToken ct)
    {
        if (cards.Count == 0)
        {
            return [];
        }

        var (ofSeries, ofCards) = (cards.Select(c => c.SeriesId).Distinct().ToArray(), cards.Select(c => c.Id).ToArray());
        var series = await db.GiftCardSeries.AsNoTracking().Where(s => EF.Parameter(ofSeries).Contains(s.Id)).ToDictionaryAsync(s => s.Id, ct);
        var reserved = await (
            from part in db.GiftCardHolds.AsNoTracking()
            join hold in db.Holds.AsNoTracking() on part.HoldId equals hold.Id
            where EF.Parameter(ofCards).Contains(part.CardId) && hold.Status == HoldStatus.Open && hold.ExpiresAt > now
            select part).ToListAsync(ct);
        var parts = reserved.ToLookup(p => p.CardId);
        return
        [
            .. cards.Select(card =>
            {
                var ledger = new GiftCardLedger(card, series[card.SeriesId], now, calendar, ids.Next<GiftCardEntry>);
                foreach (var part in parts[card.Id])
                {
                    ledger.Reserve(part.HoldId, part.Amount);
                }

                return ledger;
            }),
        ];
    }

    private static async Task<List<GiftCardHold>> HoldsAsync(LoyaltyDbContext db, long[] holds, CancellationToken ct) =>
        holds.Length == 0 ? [] : await db.GiftCardHolds.AsNoTracking().Where(h => EF.Parameter(holds).Contains(h.HoldId)).ToListAsync(ct);
}
