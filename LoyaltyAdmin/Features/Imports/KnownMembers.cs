using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Who is here by each name that rows of a file may give, those of earlier rows too.</summary>
internal sealed class KnownMembers
{
    private readonly Dictionary<string, KnownMember> byExternalId = [];
    private readonly Dictionary<string, KnownMember> byPhone = [];
    private readonly Dictionary<string, KnownMember> byEmail = [];
    private readonly Dictionary<string, KnownMember> byCard = [];
    private Dictionary<string, Card> cards = [];
    private List<CardSeries> series = [];

    public KnownMember? OfExternalId(string? id) => Of(byExternalId, id);

    public KnownMember? OfPhone(string? phone) => Of(byPhone, phone);

    public KnownMember? OfEmail(string? email) => Of(byEmail, email);

    public KnownMember? OfCard(string? card) => Of(byCard, card);

    /// <summary>A card of that number that was here before the file.</summary>
    public Card? Waiting(string number) => cards.GetValueOrDefault(number);

    /// <summary>Why a card cannot be given; null where it can.</summary>
    public Rejection? WhyNot(string card)
    {
        var known = Of(byCard, card) is { } holder ? new CardIntake.KnownCard(holder.Member.Id, CardStatus.Active)
            : cards.TryGetValue(card, out var waiting) ? new CardIntake.KnownCard(waiting.MemberId, waiting.Status)
            : null;
        return CardIntake.Judge(card, known, [.. series.Where(s => s.Length == card.Length)]);
    }

    /// <summary>Remembers what a member is called now.</summary>
    public void Name(KnownMember known, string? card)
    {
        var member = known.Member;
        Set(byExternalId, member.ExternalId);
        Set(byPhone, member.Phone);
        Set(byEmail, member.Email);
        Set(byCard, card);
        if (card is not null)
        {
            known.Cards.Add(card);
        }

        void Set(Dictionary<string, KnownMember> names, string? name)
        {
            if (name is not null)
            {
                names[name] = known;
            }
        }
    }

    /// <summary>Reads all whom the rows may be about.</summary>
    public async Task LoadAsync(LoyaltyDbContext db, List<MemberRegistration> registrations, CancellationToken ct)
    {
        string?[] ids = Names(r => r.Profile.ExternalId);
        string?[] phones = Names(r => r.Profile.Phone);
        string?[] emails = Names(r => r.Profile.Email);
        string[] numbers = Names(r => r.Card);
        series = numbers.Length == 0 ? [] : await db.CardSeries.AsNoTracking().ToListAsync(ct);
        cards = numbers.Length == 0 ? [] : await db.Cards.Where(c => EF.Parameter(numbers).Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        long[] holders = [.. cards.Values.Select(c => c.MemberId).OfType<long>().Distinct()];

        // One query for each key, so that each finds its index.
        var found = new Dictionary<long, Member>();
        await AddAsync(db.Members.Where(m => EF.Parameter(ids).Contains(m.ExternalId)), ids.Length);
        await AddAsync(db.Members.Where(m => EF.Parameter(phones).Contains(m.Phone)), phones.Length);
        await AddAsync(db.Members.Where(m => EF.Parameter(emails).Contains(m.Email)), emails.Length);
        await AddAsync(db.Members.Where(m => EF.Parameter(holders).Contains(m.Id)), holders.Length);
        var aliases = found.Values.Where(m => m.MergedIntoId is not null).ToList();
        long[] survivors = [.. aliases.Select(m => m.MergedIntoId!.Value).Distinct()];
        await AddAsync(db.Members.Where(m => EF.Parameter(survivors).Contains(m.Id)), survivors.Length);
        aliases.ForEach(m => found.Remove(m.Id));
        var members = found.Keys.Select(id => (long?)id).ToArray();
        var held = members.Length == 0
            ? Enumerable.Empty<Card>().ToLookup(c => c.MemberId)
            : (await db.Cards.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId)).ToListAsync(ct)).ToLookup(c => c.MemberId);
        foreach (var member in found.Values)
        {
            var known = new KnownMember(member);
            Name(known, null);
            foreach (var card in held[member.Id])
            {
                Name(known, card.Number);
            }

            foreach (var alias in aliases.Where(a => a.MergedIntoId == member.Id))
            {
                Set(byExternalId, alias.ExternalId, known, alias.RegistrationHash);
                Set(byPhone, alias.Phone, known, null);
                Set(byEmail, alias.Email, known, null);
            }
        }

        static void Set(Dictionary<string, KnownMember> names, string? name, KnownMember known, string? hash)
        {
            if (name is not null)
            {
                names[name] = known;
                known.Aliases[name] = hash;
            }
        }

        string[] Names(Func<MemberRegistration, string?> name) => [.. registrations.Select(name).OfType<string>().Distinct()];

        async Task AddAsync(IQueryable<Member> query, int names)
        {
            foreach (var member in names == 0 ? [] : await query.ToListAsync(ct))
            {
                found[member.Id] = member;
            }
        }
    }

    private static KnownMember? Of(Dictionary<string, KnownMember> names, string? name) => name is null ? null : names.GetValueOrDefault(name);
}
