using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Search;

/// <summary>
/// Finds members, cards, receipts and pages by the beginning of what names them, each by an index, and only what the person
/// may see.
/// </summary>
public sealed class FindAnywhere(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock, PageIndex pages, IStringLocalizer<SearchText> text)
{
    private const int Most = 6;
    private const int Shortest = 2;

    /// <summary>What is found for a text as it is being typed.</summary>
    public async Task<SearchFindings> FindAsync(Actor actor, string typed, CancellationToken ct)
    {
        var trimmed = typed.Trim();
        if (trimmed.Length == 0)
        {
            return SearchFindings.Nothing;
        }

        var findings = new List<Finding>();
        if (trimmed.Length >= Shortest)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var conditions = (await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions;
            if (actor.May(Permission.MembersView))
            {
                var term = MemberSearchTerm.Of(trimmed, PhoneNumber.CountryOf(conditions.Currency));
                findings.AddRange(await MembersAsync(db, actor, term, ct));
                findings.AddRange(await CardsAsync(db, term, ct));
            }

            if (actor.May(Permission.ReceiptsView))
            {
                findings.AddRange(await ReceiptsAsync(db, trimmed, conditions.Currency, ct));
            }
        }

        findings.AddRange(pages.Find(actor, trimmed));
        if (trimmed.Length >= Shortest && actor.May(Permission.MembersView))
        {
            var all = QueryHelpers.AddQueryString("/members", "search", trimmed);
            findings.Add(new Finding(FindingKind.AllMembers, text["AllMembers", trimmed], null, all));
        }

        return new SearchFindings(trimmed, findings);
    }

    private async Task<IEnumerable<Finding>> MembersAsync(LoyaltyDbContext db, Actor actor, MemberSearchTerm term, CancellationToken ct)
    {
        var ids = await new MemberFinder(db, sql, term).FirstAsync(Most, ct);
        List<long> wanted = term.MemberId is { } own && !ids.Contains(own) ? [own, .. ids] : [.. ids];
        var members = await db.Members.AsNoTracking().Where(m => wanted.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.LastName,
                m.FirstName,
                m.Phone,
                m.Email,
                m.ExternalId,
                Card = db.Cards.Where(c => c.MemberId == m.Id && c.Status == CardStatus.Active).OrderBy(c => c.Id).Select(c => c.Number).FirstOrDefault(),
            })
            .ToDictionaryAsync(m => m.Id, ct);
        return wanted.Where(members.ContainsKey).Take(Most).Select(id => members[id]).Select(m =>
        {
            var (phone, email) = actor.May(Permission.PersonalDataView) ? (m.Phone, m.Email) : (MaskedContact.Phone(m.Phone), MaskedContact.Email(m.Email));
            var name = MemberNames.Display(m.LastName, m.FirstName, phone ?? m.Card ?? email ?? m.ExternalId, m.Id);
            var rest = new[] { phone, m.Card is null ? null : CardNumber.Grouped(m.Card), email, m.ExternalId }.Where(part => part is not null && part != name).Take(2);
            return new Finding(FindingKind.Member, name, string.Join(" · ", rest), $"/members/{m.Id}");
        });
    }

    /// <summary>A card that names nobody at the till is found by its whole number: to see why.</summary>
    private async Task<IEnumerable<Finding>> CardsAsync(LoyaltyDbContext db, MemberSearchTerm term, CancellationToken ct)
    {
        var cards = term.Card is { } number
            ? await db.Cards.AsNoTracking().Where(c => c.Number == number && c.Status != CardStatus.Active).Select(c => new { c.Number, c.Status }).ToListAsync(ct)
            : [];
        return cards.Select(c => new Finding(FindingKind.Card, CardNumber.Grouped(c.Number), text[$"Card{c.Status}"], $"/cards?search={c.Number}"));
    }

    private async Task<IEnumerable<Finding>> ReceiptsAsync(LoyaltyDbContext db, string typed, string currency, CancellationToken ct)
    {
        var receipts = await db.Receipts.AsNoTracking().WhereBegins(sql, r => r.Key, typed).OrderBy(r => r.Key).Take(Most)
            .Select(r => new { r.Id, r.Key, r.Day, Sum = r.Net.Minor })
            .ToListAsync(ct);
        var returns = await db.Returns.AsNoTracking().WhereBegins(sql, r => r.Key, typed).OrderBy(r => r.Key).Take(Most)
            .Select(r => new { r.Id, r.Key, r.Day, Sum = r.Refund.Minor })
            .ToListAsync(ct);
        return receipts.Select(r => new Finding(FindingKind.Receipt, r.Key, $"{Formats.Date(r.Day)} · {Formats.Money(r.Sum / 100m, currency)}", $"/receipts/{r.Id}"))
            .Concat(returns.Select(r => new Finding(
                FindingKind.Receipt, r.Key, text["ReturnOf", Formats.Date(r.Day), Formats.Money(r.Sum / 100m, currency)], $"/returns/{r.Id}")))
            .Take(Most);
    }
}
