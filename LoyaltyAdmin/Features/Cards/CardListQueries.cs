using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Lists of cards, the latest first; by number where a number is searched.</summary>
public sealed class CardListQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const int ExportBatch = 1000;

    public async Task<CardList> ListAsync(CardFilter filter, CardSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var cards = Find(db, filter);
        var rows = await Rows(db, Sorted(cards, filter, sort, descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        var counts = await cards.GroupBy(c => c.Status).Select(g => new { Status = g.Key, Cards = g.Count() }).ToDictionaryAsync(g => g.Status, g => g.Cards, ct);
        return new CardList(await NamedAsync(db, rows, ct), counts);
    }

    /// <summary>All that the filter finds, in the order of the list, a batch in memory at once.</summary>
    public async IAsyncEnumerable<CardListRow> StreamAsync(CardFilter filter, CardSort sort, bool descending, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        CardListRow? last = null;
        List<CardListRow> rows;
        do
        {
            var cards = Find(db, filter);
            var rest = last is null ? cards : After(cards, last, ByNumber(filter, sort), descending && !IsSearched(filter, sort));
            rows = await Rows(db, Sorted(rest, filter, sort, descending).Take(ExportBatch)).ToListAsync(ct);
            foreach (var row in await NamedAsync(db, rows, ct))
            {
                yield return row;
            }

            last = rows.Count == 0 ? null : rows[^1];
        }
        while (rows.Count == ExportBatch);
    }

    private static bool IsSearched(CardFilter filter, CardSort sort) => sort == CardSort.Latest && filter.Search is not null;

    private static bool ByNumber(CardFilter filter, CardSort sort) => sort == CardSort.Number || IsSearched(filter, sort);

    private static IQueryable<Card> Sorted(IQueryable<Card> cards, CardFilter filter, CardSort sort, bool descending) => (ByNumber(filter, sort), descending && !IsSearched(filter, sort)) switch
    {
        (true, true) => cards.OrderByDescending(c => c.Number),
        (true, false) => cards.OrderBy(c => c.Number),
        (false, true) => cards.OrderByDescending(c => c.Id),
        (false, false) => cards.OrderBy(c => c.Id),
    };

    private static IQueryable<Card> After(IQueryable<Card> cards, CardListRow last, bool byNumber, bool descending) => (byNumber, descending) switch
    {
        (true, true) => cards.Where(c => c.Number.CompareTo(last.Number) < 0),
        (true, false) => cards.Where(c => c.Number.CompareTo(last.Number) > 0),
        (false, true) => cards.Where(c => c.Id < last.Id),
        (false, false) => cards.Where(c => c.Id > last.Id),
    };

    private IQueryable<Card> Find(LoyaltyDbContext db, CardFilter filter)
    {
        var cards = db.Cards.AsNoTracking();
        if (filter.Search is { } search)
        {
            cards = cards.WhereBegins(sql, c => c.Number, Compact(search));
        }

        if (filter.Status is { } status)
        {
            cards = cards.Where(c => c.Status == status);
        }

        if (filter.SeriesId is { } series)
        {
            cards = cards.Where(c => c.SeriesId == series);
        }

        if (filter.IsVirtual is { } isVirtual)
        {
            cards = cards.Where(c => c.IsVirtual == isVirtual);
        }

        return filter.IsIssued switch
        {
            true => cards.Where(c => c.MemberId != null),
            false => cards.Where(c => c.MemberId == null),
            null => cards,
        };
    }

    private static string Compact(string search) =>
        string.Concat(search.Where(char.IsLetterOrDigit)).ToUpperInvariant() is { Length: > 0 } number ? number : search;

    private static IQueryable<CardListRow> Rows(LoyaltyDbContext db, IQueryable<Card> cards) => cards.Select(c => new CardListRow
    {
        Id = c.Id,
        Number = c.Number,
        Status = c.Status,
        IsVirtual = c.IsVirtual,
        IssuedAt = c.IssuedAt,
        ReplacedBy = c.ReplacedBy,
        SeriesId = c.SeriesId,
        Series = db.CardSeries.Where(s => s.Id == c.SeriesId).Select(s => s.Name).FirstOrDefault(),
        MemberId = c.MemberId,
    });

    private static async Task<IReadOnlyList<CardListRow>> NamedAsync(LoyaltyDbContext db, IReadOnlyList<CardListRow> rows, CancellationToken ct)
    {
        var names = await MemberNames.OfAsync(db, rows.Select(r => r.MemberId), ct);
        return [.. rows.Select(row => row with { Member = row.MemberId is { } id ? names.GetValueOrDefault(id) : null })];
    }
}
