using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Registers many members at once by the rules of <see cref="RegisterMember"/>: a few queries and one transaction for all of
/// them. Writes past the change tracker, and so without an audit entry for each.
/// </summary>
public sealed class RegisterMembers(
    IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 5;

    private const string GiveFreeCard =
        """UPDATE "Cards" SET "MemberId" = @p0, "Status" = @p1, "IssuedAt" = @p2 WHERE "Number" = @p3 AND "MemberId" IS NULL AND "Status" = @p4""";

    /// <summary>What became of each, in the order given. A name that an earlier one of the list has taken is taken.</summary>
    public async Task<IReadOnlyList<Result<RegisterMember.Registered>>> ExecuteAsync(
        Actor actor, IReadOnlyList<MemberRegistration> registrations, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var batch = new Batch(await TakenAsync(db, registrations, timeline, now, ct));
            List<Result<RegisterMember.Registered>> results = [.. registrations.Select(r => Register(r, batch, timeline, now))];
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                await sql.InsertAsync(db, batch.Members, ct);
                await sql.InsertAsync(db, batch.Accounts, ct);
                await sql.InsertAsync(db, batch.Cards, ct);
                if (await GiveAsync(db, batch, now, ct))
                {
                    await transaction.CommitAsync(ct);
                    return results;
                }
            }
            catch (Exception e) when (attempt < Attempts && (sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Another call was first with one of the names: look again whose they are now.
            }
        }
    }

    /// <summary>Gives the free cards of the batch to their members; false where another call was first with one.</summary>
    private async Task<bool> GiveAsync(LoyaltyDbContext db, Batch batch, DateTime now, CancellationToken ct) =>
        batch.Given.Count == 0 || (await sql.ExecuteManyAsync(
            db,
            GiveFreeCard,
            [.. batch.Given.Select(card => new object?[] { card.MemberId, (int)CardStatus.Active, now, card.Number, (int)CardStatus.Free })],
            ct)).All(rows => rows == 1);

    private Result<RegisterMember.Registered> Register(MemberRegistration registration, Batch batch, ProgramTimeline timeline, DateTime now)
    {
        if (!RegisterMember.Normalise(registration, timeline, now).Accepted(out var normalised, out var rejection))
        {
            return rejection;
        }

        if (normalised.Profile.ExternalId is { } id && batch.Taken.ByExternalId.TryGetValue(id, out var known))
        {
            return known.Hash == normalised.Hash()
                ? new RegisterMember.Registered(known.Id, Replayed: true)
                : KeysInUse.ExternalIdTaken(id, known.Id);
        }

        return batch.Taken.Find(normalised) is { } taken ? taken : Add(normalised, batch, timeline, now);
    }

    private RegisterMember.Registered Add(MemberRegistration registration, Batch batch, ProgramTimeline timeline, DateTime now)
    {
        var (member, account, card) = RegisterMember.Make(ids, registration, timeline, now);
        batch.Members.Add(member);
        batch.Accounts.Add(account);
        if (card is not null)
        {
            // What waits free under the number is given away; what does not is new.
            (batch.Taken.Cards.ContainsKey(card.Number) ? batch.Given : batch.Cards).Add(card);
        }

        batch.Taken.Add(member, card?.Number);
        return new RegisterMember.Registered(member.Id, Replayed: false);
    }

    private static async Task<TakenKeys> TakenAsync(
        LoyaltyDbContext db, IReadOnlyList<MemberRegistration> registrations, ProgramTimeline timeline, DateTime now, CancellationToken ct)
    {
        List<MemberRegistration> sound = [];
        foreach (var registration in registrations)
        {
            if (RegisterMember.Normalise(registration, timeline, now).Accepted(out var normalised, out _))
            {
                sound.Add(normalised);
            }
        }

        var externalIds = sound.Select(r => r.Profile.ExternalId).OfType<string>().ToArray();
        var phones = sound.Select(r => r.Profile.Phone).OfType<string>().ToArray();
        var emails = sound.Select(r => r.Profile.Email).OfType<string>().ToArray();
        var cards = sound.Select(r => r.Card).OfType<string>().ToArray();
        var taken = new TakenKeys();
        var members = await db.Members.AsNoTracking()
            .Where(m => EF.Parameter(externalIds).Contains(m.ExternalId) || EF.Parameter(phones).Contains(m.Phone) || EF.Parameter(emails).Contains(m.Email))
            .ToListAsync(ct);
        members.ForEach(m => taken.Add(m, null));
        var numbers = await db.Cards.AsNoTracking().Where(c => EF.Parameter(cards).Contains(c.Number))
            .Select(c => new { c.Number, Card = new CardIntake.KnownCard(c.MemberId, c.Status) })
            .ToListAsync(ct);
        numbers.ForEach(c => taken.Cards[c.Number] = c.Card);
        taken.Series = cards.Length == 0 ? [] : await db.CardSeries.AsNoTracking().ToListAsync(ct);
        return taken;
    }

    private sealed record Batch(TakenKeys Taken)
    {
        public List<Member> Members { get; } = [];

        public List<Account> Accounts { get; } = [];

        public List<Card> Cards { get; } = [];

        /// <summary>Those that waited free.</summary>
        public List<Card> Given { get; } = [];
    }

    /// <summary>Names that belong to somebody, in the database or in this batch.</summary>
    private sealed class TakenKeys
    {
        private readonly Dictionary<string, long> phones = [];
        private readonly Dictionary<string, long> emails = [];

        public Dictionary<string, (long Id, string? Hash)> ByExternalId { get; } = [];

        public Dictionary<string, CardIntake.KnownCard> Cards { get; } = [];

        public IReadOnlyCollection<CardSeries> Series { get; set; } = [];

        public void Add(Member member, string? card)
        {
            if (member.ExternalId is { } externalId)
            {
                ByExternalId[externalId] = (member.MergedIntoId ?? member.Id, member.RegistrationHash);
            }

            Note(phones, member.Phone, member.MergedIntoId ?? member.Id);
            Note(emails, member.Email, member.MergedIntoId ?? member.Id);
            if (card is not null)
            {
                Cards[card] = new CardIntake.KnownCard(member.Id, CardStatus.Active);
            }
        }

        public Rejection? Find(MemberRegistration registration) =>
            registration.Profile.Phone is { } phone && phones.TryGetValue(phone, out var caller) ? new Rejection("Members.PhoneTaken", phone, caller) { Field = "phone" }
            : registration.Profile.Email is { } email && emails.TryGetValue(email, out var reader) ? new Rejection("Members.EmailTaken", email, reader) { Field = "email" }
            : registration.Card is { } card ? CardIntake.Judge(card, Cards.GetValueOrDefault(card), Series)
            : null;

        private static void Note(Dictionary<string, long> names, string? name, long member)
        {
            if (name is not null)
            {
                names[name] = member;
            }
        }
    }
}
