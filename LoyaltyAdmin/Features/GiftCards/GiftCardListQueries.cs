using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Lists of gift cards. Whoever may not sell cards sees no whole code.</summary>
public sealed class GiftCardListQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    public async Task<GiftCardList> ListAsync(Actor actor, GiftCardFilter filter, GiftCardSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var cards = Find(db, actor, filter);
        var sums = await cards.GroupBy(_ => 1)
            .Select(g => new { Total = g.Count(), Nominal = g.Sum(c => c.Nominal.Minor), Balance = g.Sum(c => c.Balance.Minor) })
            .SingleOrDefaultAsync(ct);
        var rows = await Rows(db, Sorted(cards, sort, descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        return new GiftCardList([.. rows.Select(r => Told(r, actor, calendar))], sums?.Total ?? 0, sums?.Nominal ?? 0, sums?.Balance ?? 0);
    }

    /// <summary>All that the filter finds, in the order of the list, read as they are written.</summary>
    public async IAsyncEnumerable<GiftCardRow> StreamAsync(
        Actor actor, GiftCardFilter filter, GiftCardSort sort, bool descending, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        await using var db = await databases.CreateDbContextAsync(ct);
        await foreach (var row in Rows(db, Sorted(Find(db, actor, filter), sort, descending)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Told(row, actor, calendar);
        }
    }

    private static GiftCardRow Told(GiftCardRow row, Actor actor, ProgramCalendar calendar) => row with
    {
        Code = actor.May(Permission.GiftCardsEdit) ? row.Code : GiftCard.Mask(row.Code),
        LastDay = row.ExpiresAt is not { } end || end >= ProgramCalendar.Never ? null : calendar.DayOf(end.AddTicks(-1)),
    };

    private static IQueryable<GiftCard> Sorted(IQueryable<GiftCard> cards, GiftCardSort sort, bool descending) => (sort, descending) switch
    {
        (GiftCardSort.Balance, true) => cards.OrderByDescending(c => c.Balance.Minor).ThenByDescending(c => c.Id),
        (GiftCardSort.Balance, false) => cards.OrderBy(c => c.Balance.Minor).ThenBy(c => c.Id),
        (GiftCardSort.Sold, true) => cards.OrderByDescending(c => c.SoldOn).ThenByDescending(c => c.Id),
        (GiftCardSort.Sold, false) => cards.OrderBy(c => c.SoldOn).ThenBy(c => c.Id),
        (GiftCardSort.LastDay, true) => cards.OrderByDescending(c => c.ExpiresAt).ThenByDescending(c => c.Id),
        (GiftCardSort.LastDay, false) => cards.OrderBy(c => c.ExpiresAt).ThenBy(c => c.Id),
        (_, true) => cards.OrderByDescending(c => c.Id),
        _ => cards.OrderBy(c => c.Id),
    };

    private IQueryable<GiftCard> Find(LoyaltyDbContext db, Actor actor, GiftCardFilter filter)
    {
        var cards = db.GiftCards.AsNoTracking();
        if (filter.Search is { } search)
        {
            var code = string.Concat(search.Where(char.IsLetterOrDigit)).ToUpperInvariant();
            cards = actor.May(Permission.GiftCardsEdit) && code.Length > 0 ? cards.WhereBegins(sql, c => c.Code, code) : cards.Where(c => c.Code == code);
        }

        if (filter.Status is { } status)
        {
            cards = cards.Where(c => c.Status == status);
        }

        if (filter.SeriesId is { } series)
        {
            cards = cards.Where(c => c.SeriesId == series);
        }

        if (filter.From is { } from)
        {
            cards = cards.Where(c => c.SoldOn >= from);
        }

        return filter.To is { } to ? cards.Where(c => c.SoldOn <= to) : cards;
    }

    private static IQueryable<GiftCardRow> Rows(LoyaltyDbContext db, IQueryable<GiftCard> cards) => cards.Select(c => new GiftCardRow
    {
        Id = c.Id,
        Code = c.Code,
        Status = c.Status,
        SeriesId = c.SeriesId,
        Series = db.GiftCardSeries.Where(s => s.Id == c.SeriesId).Select(s => s.Name).FirstOrDefault(),
        IsVirtual = db.GiftCardSeries.Any(s => s.Id == c.SeriesId && s.IsVirtual),
        Nominal = c.Nominal.Minor,
        Balance = c.Balance.Minor,
        SoldOn = c.SoldOn,
        SoldStore = c.SoldStore,
        ExpiresAt = c.ExpiresAt,
        GivenTo = c.GivenTo,
    });
}
