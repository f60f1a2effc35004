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

    public async Task<Page<CardListRow>> ListAsync(CardFilter filter, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var cards = Find(db, filter);
        var sorted = filter.Search is null ? cards.OrderByDescending(c => c.Id) : cards.OrderBy(c => c.Number);
        var rows = await Rows(db, sorted.Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        var total = rows.Count < page.Take && (rows.Count > 0 || page.Skip == 0) ? page.Skip + rows.Count : await cards.CountAsync(ct);
        return new Page<CardListRow>(await NamedAsync(db, rows, ct), total);
    }

    /// <summary>All that the filter finds, in the order of making, a batch in memory at once.</summary>
    public async IAsyncEnumerable<CardListRow> StreamAsync(CardFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var last = 0; ;)
        {
            var rows = await Rows(db, Find(db, filter).Where(c => c.Id > last).OrderBy(c => c.Id).Take(ExportBatch)).ToListAsync(ct);
            foreach (var row in await NamedAsync(db, rows, ct))
            {
                yield return row;
            }

            if (rows.Count < ExportBatch)
            {
                yield break;
            }

            last = rows[^1].Id;
        }
    }

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
