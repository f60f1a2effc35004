using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>A movement of a card, with the receipt or return that brought it.</summary>
public sealed record GiftCardMovement(GiftCardEntry Entry, string? Receipt, string? Return);

/// <summary>One card with all that its page shows.</summary>
/// <param name="Card">The card; its code and secret number are for those who may sell cards.</param>
/// <param name="Series">Its series.</param>
/// <param name="Design">What it looks like.</param>
/// <param name="Movements">The latest first.</param>
/// <param name="Held">What open holds have set aside.</param>
/// <param name="LastDay">The last day on which it pays; null without end or unsold.</param>
public sealed record GiftCardDetails(
    GiftCard Card, GiftCardSeries Series, GiftCardDesign Design, IReadOnlyList<GiftCardMovement> Movements, Money Held, DateOnly? LastDay);

/// <summary>A series with how many of its cards are in which state and what is on them, in hundredths.</summary>
public sealed record GiftCardSeriesRow(GiftCardSeries Series, string Design, int Cards, int Unsold, int Active, int Over, long Balance);

/// <summary>One card, and the few series and designs there are.</summary>
public sealed class GiftCardQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int MostMovements = 500;

    /// <summary>Null where there is no such card.</summary>
    public async Task<GiftCardDetails?> DetailsAsync(Actor actor, long id, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.GiftCards.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } card)
        {
            return null;
        }

        var series = await db.GiftCardSeries.AsNoTracking().SingleAsync(s => s.Id == card.SeriesId, ct);
        var now = clock.UtcNow;
        var held = await (
            from part in db.GiftCardHolds
            join hold in db.Holds on part.HoldId equals hold.Id
            where part.CardId == id && hold.Status == HoldStatus.Open && hold.ExpiresAt > now
            select part.Amount.Minor).SumAsync(ct);
        return new GiftCardDetails(
            card,
            series,
            await db.GiftCardDesigns.AsNoTracking().SingleAsync(d => d.Id == series.DesignId, ct),
            await MovementsAsync(db, id, ct),
            new Money(held),
            card.LastDay((await timelines.GetAsync(ct)).CalendarAt(now)));
    }

    /// <summary>All series, the latest first: a shop makes a few a year.</summary>
    public async Task<IReadOnlyList<GiftCardSeriesRow>> SeriesAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var series = await db.GiftCardSeries.AsNoTracking().OrderByDescending(s => s.Id).ToListAsync(ct);
        var designs = await db.GiftCardDesigns.AsNoTracking().ToDictionaryAsync(d => d.Id, d => d.Name, ct);
        var counts = (await db.GiftCards.GroupBy(c => new { c.SeriesId, c.Status })
            .Select(g => new { g.Key.SeriesId, g.Key.Status, Cards = g.Count(), Balance = g.Sum(c => c.Balance.Minor) })
            .ToListAsync(ct)).ToLookup(c => c.SeriesId);
        return
        [
            .. series.Select(s => new GiftCardSeriesRow(
                s,
                designs[s.DesignId],
                counts[s.Id].Sum(c => c.Cards),
                counts[s.Id].Where(c => c.Status == GiftCardStatus.Issued).Sum(c => c.Cards),
                counts[s.Id].Where(c => c.Status == GiftCardStatus.Active).Sum(c => c.Cards),
                counts[s.Id].Where(c => c.Status is not (GiftCardStatus.Issued or GiftCardStatus.Active)).Sum(c => c.Cards),
                counts[s.Id].Sum(c => c.Balance))),
        ];
    }

    /// <summary>All designs, the latest first.</summary>
    public async Task<IReadOnlyList<GiftCardDesign>> DesignsAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.GiftCardDesigns.AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<GiftCardMovement>> MovementsAsync(LoyaltyDbContext db, long card, CancellationToken ct)
    {
        var entries = await db.GiftCardEntries.AsNoTracking().Where(e => e.CardId == card)
            .OrderByDescending(e => e.RecordedAt).ThenByDescending(e => e.Id).Take(MostMovements).ToListAsync(ct);
        var receipts = entries.Select(e => e.ReceiptId).OfType<long>().Distinct().ToArray();
        var returns = entries.Select(e => e.ReturnId).OfType<long>().Distinct().ToArray();
        var receiptKeys = await db.Receipts.Where(r => EF.Parameter(receipts).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        var returnKeys = await db.Returns.Where(r => EF.Parameter(returns).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        return
        [
            .. entries.Select(e => new GiftCardMovement(
                e,
                e.ReceiptId is { } receipt ? receiptKeys.GetValueOrDefault(receipt) : null,
                e.ReturnId is { } back ? returnKeys.GetValueOrDefault(back) : null)),
        ];
    }
}
