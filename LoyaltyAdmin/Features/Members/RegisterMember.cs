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
/// Registers a member with an account and, where given, a card: a free one of a series is taken from there. The external id
/// is the key: the same content again finds the member of then, other content under it is refused.
/// </summary>
public sealed class RegisterMember(
    IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>Clocks of tills may run ahead this much.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    public async Task<Result<Registered>> ExecuteAsync(Actor actor, MemberRegistration registration, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        if (!Normalise(registration, timeline, now).Accepted(out var normalised, out var rejection))
        {
            return rejection;
        }

        var needsCard = normalised.Card is null && timeline.InForceAt(now).Conditions.Joining.CardNeeded;
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await FindEarlierAsync(db, normalised, ct) is { } earlier)
            {
                return earlier;
            }

            if (needsCard)
            {
                return new Rejection("Members.CardNeeded") { Field = "card" };
            }

            if (await KeysInUse.FindAsync(db, normalised.Profile, normalised.Card, except: null, ct) is { } taken)
            {
                // Taken, it may be, by this same registration, posted twice at once.
                return await FindEarlierAsync(db, normalised, ct) ?? taken;
            }

            var member = Add(db, normalised, timeline, now);
            if (normalised.Card is { } card)
            {
                await CardIntake.GiveAsync(db, card, member.Id, isVirtual: false, now, ct);
            }

            db.Author = actor.Name;
            try
            {
                await db.SaveChangesAsync(ct);
                return new Registered(member.Id, Replayed: false);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || sql.IsUniqueViolation(exception)))
            {
                // Another call was first with one of the keys or with the free card: look again whose they are now.
            }
        }
    }

    /// <summary>What <see cref="ExecuteAsync"/> would answer, as far as can be told without writing; a new member has no number yet.</summary>
    public async Task<Result<Registered>> CheckAsync(Actor actor, MemberRegistration registration, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        if (!Normalise(registration, await timelines.GetAsync(ct), clock.UtcNow).Accepted(out var normalised, out var rejection))
        {
            return rejection;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await FindEarlierAsync(db, normalised, ct) is { } earlier)
        {
            return earlier;
        }

        return await KeysInUse.FindAsync(db, normalised.Profile, normalised.Card, except: null, ct) is { } taken
            ? taken
            : new Registered(0, Replayed: false);
    }

    /// <summary>The registration as it is kept, or the first thing that is wrong with it.</summary>
    internal static Result<MemberRegistration> Normalise(MemberRegistration registration, ProgramTimeline timeline, DateTime now)
    {
        var country = PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency);
        var (profile, problems) = registration.Profile.Normalise(country, timeline.CalendarAt(now).DayOf(now));
        if (problems.Count > 0)
        {
            return problems[0];
        }

        if (registration.JoinedAt > now + ClockTolerance)
        {
            return new Rejection("Members.JoinedInFuture") { Field = "joinedAt" };
        }

        var normalised = registration with { Profile = profile, Card = null };
        if (!string.IsNullOrWhiteSpace(registration.Card))
        {
            if (!CardNumber.Normalise(registration.Card).Accepted(out var card, out var rejection))
            {
                return rejection;
            }

            normalised = normalised with { Card = card };
        }

        return normalised.HasKey ? normalised : new Rejection("Members.KeyRequired");
    }

    private static async Task<Result<Registered>?> FindEarlierAsync(LoyaltyDbContext db, MemberRegistration registration, CancellationToken ct)
    {
        if (registration.Profile.ExternalId is not { } externalId
            || await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.ExternalId == externalId, ct) is not { } member)
        {
            return null;
        }

        var isSame = member.RegistrationHash is { } hash
            ? hash == registration.Hash()
            : registration.Agrees(member, await db.Cards.Where(c => c.MemberId == (member.MergedIntoId ?? member.Id)).Select(c => c.Number).ToListAsync(ct));
        var named = member.MergedIntoId ?? member.Id;
        return isSame ? new Registered(named, Replayed: true) : KeysInUse.ExternalIdTaken(externalId, named);
    }

    /// <summary>Adds a member with an account, and no card yet, to what the context will save.</summary>
    internal Member Add(LoyaltyDbContext db, MemberRegistration registration, ProgramTimeline timeline, DateTime now, int? importId = null)
    {
        var (member, account, _) = Make(ids, registration, timeline, now, importId);
        db.Members.Add(member);
        db.Accounts.Add(account);
        return member;
    }

    /// <summary>The rows of a new member.</summary>
    /// <param name="ids">Numbers them.</param>
    /// <param name="registration">Normalised.</param>
    /// <param name="timeline">The program.</param>
    /// <param name="now">The instant of registering.</param>
    /// <param name="importId">The import that registers; null for none.</param>
    internal static (Member Member, Account Account, Card? Card) Make(
        IdSource ids, MemberRegistration registration, ProgramTimeline timeline, DateTime now, int? importId = null)
    {
        var joinedAt = registration.JoinedAt ?? now;
        var member = new Member
        {
            Id = ids.Next<Member>(),
            JoinedAt = joinedAt,
            JoinedOn = timeline.CalendarAt(joinedAt).DayOf(joinedAt),
            ImportId = importId,
            RegistrationHash = registration.Profile.ExternalId is null ? null : registration.Hash(),
            Store = registration.Store,
            Cashier = registration.Cashier,
            IsDemo = registration.IsDemo,
        };
        registration.Profile.ApplyTo(member);
        var account = new Account { Id = ids.Next<Account>(), MemberId = member.Id, ProgramId = timeline.Program.Id };
        var card = registration.Card is { } number ? new Card { MemberId = member.Id, Number = number, IssuedAt = now } : null;
        return (member, account, card);
    }

    /// <summary>The member, and whether the same content had registered them before.</summary>
    public sealed record Registered(long MemberId, bool Replayed);
}
