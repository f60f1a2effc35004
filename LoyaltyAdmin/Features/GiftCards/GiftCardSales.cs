using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>By what the sales report adds up.</summary>
public enum GiftCardSalesBy
{
    Series,
    Design,
    Month,
    Store,
    Channel,
}

/// <summary>Which sales a report shows: days of sale, both counted.</summary>
public sealed record GiftCardSalesFilter
{
    public GiftCardSalesBy? By { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>One line of the report. Money in hundredths.</summary>
/// <param name="Name">Of the series, design, store or channel, or the month as 2026-03; empty where there is none.</param>
/// <param name="Sold">Cards sold.</param>
/// <param name="Nominal">What they were sold for.</param>
/// <param name="Redeemed">What was spent of them to date, less what returns gave back.</param>
/// <param name="Remaining">What is on them today.</param>
public sealed record GiftCardSalesRow(string Name, int Sold, long Nominal, long Redeemed, long Remaining);

/// <summary>What was sold and what became of it.</summary>
public sealed class GiftCardSales(IDbContextFactory<LoyaltyDbContext> databases)
{
    public async Task<IReadOnlyList<GiftCardSalesRow>> ReadAsync(Actor actor, GiftCardSalesFilter filter, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var cards = db.GiftCards.AsNoTracking().Where(c => c.SoldOn != null);
        if (filter.From is { } from)
        {
            cards = cards.Where(c => c.SoldOn >= from);
        }

        if (filter.To is { } to)
        {
            cards = cards.Where(c => c.SoldOn <= to);
        }

        var sold = await cards.GroupBy(c => new { c.SeriesId, c.SoldOn, c.SoldStore, c.SoldChannel })
            .Select(g => new { g.Key, Cards = g.Count(), Nominal = g.Sum(c => c.Nominal.Minor), Balance = g.Sum(c => c.Balance.Minor) }).ToListAsync(ct);
        var spent = await (
            from entry in db.GiftCardEntries.AsNoTracking()
            join card in cards on entry.CardId equals card.Id
            where entry.Kind == GiftCardEntryKind.Redemption || entry.Kind == GiftCardEntryKind.RedemptionReturned
            group new { entry.Kind, entry.Amount.Minor } by new { card.SeriesId, card.SoldOn, card.SoldStore, card.SoldChannel } into g
            select new { g.Key, Spent = g.Sum(e => e.Kind == GiftCardEntryKind.Redemption ? e.Minor : -e.Minor) }).ToDictionaryAsync(g => g.Key, g => g.Spent, ct);
        var series = await db.GiftCardSeries.AsNoTracking()
            .Join(db.GiftCardDesigns, s => s.DesignId, d => d.Id, (s, d) => new { s.Id, s.Name, Design = d.Name }).ToDictionaryAsync(s => s.Id, ct);
        var by = filter.By ?? GiftCardSalesBy.Series;
        return
        [
            .. sold.GroupBy(g => by switch
                {
                    GiftCardSalesBy.Design => series[g.Key.SeriesId].Design,
                    GiftCardSalesBy.Month => g.Key.SoldOn!.Value.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
                    GiftCardSalesBy.Store => g.Key.SoldStore,
                    GiftCardSalesBy.Channel => g.Key.SoldChannel ?? "",
                    _ => series[g.Key.SeriesId].Name,
                })
                .Select(g => new GiftCardSalesRow(g.Key, g.Sum(r => r.Cards), g.Sum(r => r.Nominal), g.Sum(r => spent.GetValueOrDefault(r.Key)), g.Sum(r => r.Balance)))
                .OrderBy(r => r.Name, StringComparer.CurrentCulture),
        ];
    }
}
