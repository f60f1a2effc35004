using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Finds members by the beginnings of what names them; who was merged into another is that one. Each query is served by one index, so that a million members are
/// searched as fast as a thousand.
/// </summary>
internal sealed class MemberFinder(LoyaltyDbContext db, SqlProvider sql, MemberSearchTerm term)
{
    private IQueryable<Member> Members => db.Members.AsNoTracking();

    /// <summary>The first that the term finds, each index in its order, the surest first.</summary>
    public async Task<IReadOnlyList<long>> FirstAsync(int count, CancellationToken ct)
    {
        var found = new List<long>();
        foreach (var query in Queries())
        {
            found.AddRange(await query.OrderBy(n => n.Key).ThenBy(n => n.Id).Select(n => n.Id).Take(count).ToListAsync(ct));
            if (found.Distinct().Skip(count - 1).Any())
            {
                break;
            }
        }

        return [.. found.Distinct().Take(count)];
    }

    /// <summary>How many the term finds, those that are found twice counted twice; counted no further than asked.</summary>
    public async Task<int> CountAsync(int most, CancellationToken ct)
    {
        var count = 0;
        foreach (var query in Queries().TakeWhile(_ => count < most))
        {
            count += await query.OrderBy(n => n.Key).Take(most - count).CountAsync(ct);
        }

        return count;
    }

    /// <summary>Whether one index alone finds so many: then there are as many, whoever is found twice.</summary>
    public async Task<bool> HasAsync(int many, CancellationToken ct)
    {
        foreach (var query in Queries())
        {
            if (await query.OrderBy(n => n.Key).Take(many).CountAsync(ct) == many)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All that the term finds, some perhaps twice; null where the term is empty.</summary>
    public IQueryable<long>? All() => Queries().Select(query => query.Select(n => n.Id)).Aggregate((IQueryable<long>?)null, (all, next) => all?.Concat(next) ?? next);

    private IEnumerable<IQueryable<Named>> Queries()
    {
        foreach (var phone in term.Phones)
        {
            yield return Members.WhereBegins(sql, m => m.Phone, phone).Select(m => new Named { Id = m.MergedIntoId ?? m.Id, Key = m.Phone });
        }

        if (term.Card is { } card)
        {
            yield return db.Cards.AsNoTracking().WhereBegins(sql, c => c.Number, card).Where(c => c.MemberId != null)
                .Select(c => new Named { Id = c.MemberId!.Value, Key = c.Number });
        }

        if (!term.IsEmpty)
        {
            yield return Members.WhereBegins(sql, m => m.ExternalId, term.Typed).Select(m => new Named { Id = m.MergedIntoId ?? m.Id, Key = m.ExternalId });
        }

        if (!term.IsEmpty && term.Number is null)
        {
            yield return Members.WhereBegins(sql, m => m.SearchKey, term.Folded).Select(m => new Named { Id = m.MergedIntoId ?? m.Id, Key = m.SearchKey });
            yield return Members.WhereBegins(sql, m => m.GivenNameKey, term.Folded).Select(m => new Named { Id = m.MergedIntoId ?? m.Id, Key = m.GivenNameKey });
        }

        if (term.Email is { } email)
        {
            yield return Members.WhereBegins(sql, m => m.Email, email).Select(m => new Named { Id = m.MergedIntoId ?? m.Id, Key = m.Email });
        }
    }

    /// <summary>A member by one of its names.</summary>
    private sealed record Named
    {
        public required long Id { get; init; }

        public required string? Key { get; init; }
    }
}
