using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A series with how many of its cards are in which state.</summary>
public sealed record CardSeriesRow(CardSeries Series, int Cards, int Free, int Active, int Blocked, int Replaced);

/// <summary>Series of cards and what became of their cards.</summary>
public sealed class CardSeriesQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>All series, the latest first: a shop orders a few a year.</summary>
    public async Task<IReadOnlyList<CardSeriesRow>> ListAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var series = await db.CardSeries.AsNoTracking().OrderByDescending(s => s.Id).ToListAsync(ct);
        return series.Count == 0 ? [] : Count(series, await CountsAsync(db.Cards.Where(c => c.SeriesId != null), ct));
    }

    /// <summary>Names and numbers of all series, for a choice.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> NamesAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return [.. (await db.CardSeries.OrderByDescending(s => s.Id).Select(s => new { s.Id, s.Name }).ToListAsync(ct)).Select(s => (s.Id, s.Name))];
    }

    /// <summary>Null where there is no such series.</summary>
    public async Task<CardSeries?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.CardSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
    }

    /// <summary>Null where there is no such series.</summary>
    public async Task<CardSeriesRow?> DetailsAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.CardSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is { } series
            ? Count([series], await CountsAsync(db.Cards.Where(c => c.SeriesId == id), ct))[0]
            : null;
    }

    private static async Task<ILookup<long, (CardStatus Status, int Cards)>> CountsAsync(IQueryable<Card> cards, CancellationToken ct)
    {
        var counts = await cards.GroupBy(c => new { c.SeriesId, c.Status })
            .Select(g => new { g.Key.SeriesId, g.Key.Status, Cards = g.Count() })
            .ToListAsync(ct);
        return counts.ToLookup(c => c.SeriesId!.Value, c => (c.Status, c.Cards));
    }

    private static List<CardSeriesRow> Count(List<CardSeries> series, ILookup<long, (CardStatus Status, int Cards)> counts)
    {
        return [.. series.Select(s => new CardSeriesRow(
            s, counts[s.Id].Sum(c => c.Cards), Of(s, CardStatus.Free), Of(s, CardStatus.Active), Of(s, CardStatus.Blocked), Of(s, CardStatus.Replaced)))];

        int Of(CardSeries one, CardStatus status) => counts[one.Id].Where(c => c.Status == status).Sum(c => c.Cards);
    }
}
