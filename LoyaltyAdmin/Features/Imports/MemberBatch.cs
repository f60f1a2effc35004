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
    private readonly KnownMembers here = new();
    private readonly List<(KnownMember Known, string Before, string? Card)> changes = [];

    /// <summary>What became of each row.</summary>
    public async Task<IReadOnlyList<RowOutcome>> TakeAsync(IReadOnlyList<MemberRow> rows, CancellationToken ct)
    {
        var normalised = rows.Select(r => RegisterMember.Normalise(r.Registration, timeline, now)).ToList();
        await here.LoadAsync(db, [.. normalised.Where(r => r.Rejection is null).Select(r => r.Value)], ct);
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
    private KnownMember? Find(MemberRegistration registration)
    {
        var profile = registration.Profile;
        if (profile.ExternalId is { } id && here.OfExternalId(id) is { } known)
        {
            return known;
        }

        if (!run.UpdateKnown)
        {
            return null;
        }

        var found = here.OfCard(registration.Card) ?? here.OfPhone(profile.Phone) ?? here.OfEmail(profile.Email);
        return found is not null && (profile.ExternalId is null || found.Member.ExternalId is null) ? found : null;
    }

    /// <summary>Which of the row's names is another member's.</summary>
    private Rejection? Taken(MemberRegistration registration, KnownMember? except)
    {
        var profile = registration.Profile;
        if (here.OfPhone(profile.Phone) is { } phone && phone != except)
        {
            return new Rejection("Members.PhoneTaken", profile.Phone!, phone.Member.Id) { Field = "phone" };
        }

        if (here.OfEmail(profile.Email) is { } email && email != except)
        {
            return new Rejection("Members.EmailTaken", profile.Email!, email.Member.Id) { Field = "email" };
        }

        return registration.Card is { } number && (except is null || here.OfCard(number) != except) ? here.WhyNot(number) : null;
    }

    /// <summary>Gives a free card, or a new one where the number is unknown.</summary>
    private void Give(string number, KnownMember known)
    {
        if (here.Waiting(number) is { Status: CardStatus.Free } free)
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
        var known = new KnownMember(register.Add(db, registration, timeline, now, run.Id)) { IsNew = true };
        if (registration.Card is { } card)
        {
            Give(card, known);
        }

        here.Name(known, registration.Card);
        return new RowOutcome(false, null) { IsNew = true };
    }

    private RowOutcome Change(KnownMember known, MemberRegistration registration, bool? agreed)
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
        here.Name(known, card);
        return new RowOutcome(false, null) { IsChange = !known.IsNew };
    }
}
