using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Some hundreds of rows of members against those who are here: reads set-wise, decides in memory in the order of the file,
/// and leaves what is new or changed in the context to be saved. Later rows see what earlier ones did.
/// </summary>
internal sealed class MemberBatch(LoyaltyDbContext db, ImportRun run, RegisterMember register, ProgramTimeline timeline, DateTime now)
{
    private readonly Dictionary<string, Known> byExternalId = [];
    private readonly Dictionary<string, Known> byPhone = [];
    private readonly Dictionary<string, Known> byEmail = [];
    private readonly Dictionary<string, Known> byCard = [];
    private Dictionary<string, Card> cards = [];
    private List<CardSeries> series = [];
    private readonly List<(Known Known, string Before, string? Card)> changes = [];

    /// <summary>What became of each row.</summary>
    public async Task<IReadOnlyList<RowOutcome>> TakeAsync(IReadOnlyList<MemberRow> rows, CancellationToken ct)
    {
        var normalised = rows.Select(r => RegisterMember.Normalise(r.Registration, timeline, now)).ToList();
        await LoadAsync([.. normalised.Where(r => r.Rejection is null).Select(r => r.Value)], ct);
        return [.. normalised.Select((r, i) => r.Accepted(out var registration, out var rejection)
            ? Take(registration, rows[i].Agreed)
            : new RowOutcome(false, rejection))];
    }

    /// <summary>Notes what the members were before, once their new versions are known.</summary>
    public async Task NoteChangesAsync(CancellationToken ct)
    {
        db.ImportChanges.AddRange(changes.Where(c => !c.Known.IsNew).Select(c => new ImportChange
        {
            ImportId = run.Id,
            MemberId = c.Known.Member.Id,
            Before = c.Before,
            Card = c.Card,
            Version = c.Known.Member.Version,
        }));
        await db.SaveChangesAsync(ct);
    }

    private RowOutcome Take(MemberRegistration registration, bool? agreed)
    {
        if (Find(registration) is not { } known)
        {
            return Taken(registration, null) is { } taken ? new RowOutcome(false, taken) : Register(registration);
        }

        if (run.UpdateKnown)
        {
            return Taken(registration, known) is { } taken ? new RowOutcome(false, taken) : Change(known, registration, agreed);
        }

        var isAlias = known.Aliases.TryGetValue(registration.Profile.ExternalId!, out var aliasHash);
        var isSame = (isAlias ? aliasHash : known.Member.RegistrationHash) is { } hash
            ? hash == registration.Hash()
            : isAlias || registration.Agrees(known.Member, known.Cards);
        return isSame
            ? new RowOutcome(true, null)
            : new RowOutcome(false, KeysInUse.ExternalIdTaken(registration.Profile.ExternalId!, known.Member.Id));
    }

    /// <summary>
    /// Who the row is about: the member of its external id. Where members may be changed also the one of its card, phone or
    /// e-mail, unless that one has an external id that differs.
    /// </summary>
    private Known? Find(MemberRegistration registration)
    {
        var profile = registration.Profile;
        if (profile.ExternalId is { } id && byExternalId.TryGetValue(id, out var known))
        {
            return known;
        }

        if (!run.UpdateKnown)
        {
            return null;
        }

        var found = Of(byCard, registration.Card) ?? Of(byPhone, profile.Phone) ?? Of(byEmail, profile.Email);
        return found is not null && (profile.ExternalId is null || found.Member.ExternalId is null) ? found : null;
    }

    /// <summary>Which of the row's names is another member's.</summary>
    private Rejection? Taken(MemberRegistration registration, Known? except)
    {
        var profile = registration.Profile;
        if (Of(byPhone, profile.Phone) is { } phone && phone != except)
        {
            return new Rejection("Members.PhoneTaken", profile.Phone!, phone.Member.Id) { Field = "phone" };
        }

        if (Of(byEmail, profile.Email) is { } email && email != except)
        {
            return new Rejection("Members.EmailTaken", profile.Email!, email.Member.Id) { Field = "email" };
        }

        return registration.Card is { } number && (except is null || Of(byCard, number) != except) ? WhyNot(number) : null;
    }

    private Rejection? WhyNot(string card)
    {
        var known = Of(byCard, card) is { } holder ? new CardIntake.KnownCard(holder.Member.Id, CardStatus.Active)
            : cards.TryGetValue(card, out var waiting) ? new CardIntake.KnownCard(waiting.MemberId, waiting.Status)
            : null;
        return CardIntake.Judge(card, known, [.. series.Where(s => s.Length == card.Length)]);
    }

    /// <summary>Gives a free card, or a new one where the number is unknown.</summary>
    private void Give(string number, Known known)
    {
        if (cards.GetValueOrDefault(number) is { Status: CardStatus.Free } free)
        {
            free.IssueTo(known.Member.Id, now);
        }
        else
        {
            db.Cards.Add(new Card { MemberId = known.Member.Id, Number = number, IssuedAt = now });
        }
    }

    private RowOutcome Register(MemberRegistration registration)
    {
        var known = new Known(register.Add(db, registration, timeline, now, run.Id)) { IsNew = true };
        if (registration.Card is { } card)
        {
            Give(card, known);
        }

        Name(known, registration.Card);
        return new RowOutcome(false, null) { IsNew = true };
    }

    private RowOutcome Change(Known known, MemberRegistration registration, bool? agreed)
    {
        var before = MemberProfile.Of(known.Member);
        var said = registration.Profile;
        var after = before with
        {
            ExternalId = known.Own(said.ExternalId) ?? before.ExternalId,
            Phone = known.Own(said.Phone) ?? before.Phone,
            Email = known.Own(said.Email) ?? before.Email,
            FirstName = said.FirstName ?? before.FirstName,
            LastName = said.LastName ?? before.LastName,
            BirthDate = said.BirthDate ?? before.BirthDate,
            Channel = said.Channel ?? before.Channel,
            AgreedToOffers = agreed ?? before.AgreedToOffers,
        };
        var card = registration.Card is { } number && !known.Cards.Contains(number) ? number : null;
        if (after == before && card is null)
        {
            return new RowOutcome(true, null);
        }

        if (card is not null)
        {
            Give(card, known);
        }

        after.ApplyTo(known.Member);
        known.Member.Version += known.IsNew ? 0 : 1;
        changes.Add((known, JsonSerializer.Serialize(before), card));
        Name(known, card);
        return new RowOutcome(false, null) { IsChange = !known.IsNew };
    }

    private void Name(Known known, string? card)
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

        void Set(Dictionary<string, Known> names, string? name)
        {
            if (name is not null)
            {
                names[name] = known;
            }
        }
    }

    private async Task LoadAsync(List<MemberRegistration> registrations, CancellationToken ct)
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
            var known = new Known(member);
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

        static void Set(Dictionary<string, Known> names, string? name, Known known, string? hash)
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

    private static Known? Of(Dictionary<string, Known> names, string? name) => name is null ? null : names.GetValueOrDefault(name);

    private sealed class Known(Member member)
    {
        public Member Member { get; } = member;

        public HashSet<string> Cards { get; } = [];

        /// <summary>Names of members who were merged into this one, an external id with the fingerprint of its registration.</summary>
        public Dictionary<string, string?> Aliases { get; } = [];

        /// <summary>A name, unless it is one of those that merged members left: it names this one already.</summary>
        public string? Own(string? name) => name is null || Aliases.ContainsKey(name) ? null : name;

        /// <summary>Whether this batch registers the member.</summary>
        public bool IsNew { get; init; }
    }
}
