using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>An operator changes what is known of a member, from the version that was on the screen.</summary>
public sealed class EditMember(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock, IEnumerable<IMemberFollower> followers)
{
    private static readonly Rejection ChangedByAnother = new("Common.ChangedByAnother");

    /// <summary>The member's new version, or why not.</summary>
    public async Task<Result<int>> ExecuteAsync(Actor actor, long memberId, int version, MemberProfile profile, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        var country = PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
        {
            return new Rejection("Members.Unknown", memberId);
        }

        if (member.MergedIntoId is { } survivor)
        {
            return new Rejection("Members.Merged", survivor);
        }

        if (member.Version != version)
        {
            return ChangedByAnother;
        }

        // Who does not see the contacts does not change them.
        var wanted = actor.May(Permission.PersonalDataView) ? profile : profile with { Phone = member.Phone, Email = member.Email };
        var (normalised, problems) = wanted.Normalise(country, timeline.CalendarAt(now).DayOf(now));
        if (problems.Count > 0)
        {
            return problems[0];
        }

        if ((normalised.ExternalId ?? normalised.Phone ?? normalised.Email) is null && !await db.Cards.AnyAsync(c => c.MemberId == memberId, ct))
        {
            return new Rejection("Members.KeyRequired");
        }

        if (await KeysInUse.FindAsync(db, normalised, card: null, memberId, ct) is { } taken)
        {
            return taken;
        }

        if (member.BirthDate is { } known && normalised.BirthDate is { } other && known != other)
        {
            member.BirthDateChangedOn = timeline.CalendarAt(now).DayOf(now);
        }

        normalised.ApplyTo(member);
        var saved = await SaveAsync(db, actor, member, normalised, ct);
        foreach (var follower in saved.Rejection is null ? followers : [])
        {
            await follower.ChangedAsync(actor.Name, memberId, ct);
        }

        return saved;
    }

    private async Task<Result<int>> SaveAsync(LoyaltyDbContext db, Actor actor, Member member, MemberProfile profile, CancellationToken ct)
    {
        if (!db.ChangeTracker.HasChanges())
        {
            return member.Version;
        }

        member.Version++;
        db.Author = actor.Name;
        try
        {
            await db.SaveChangesAsync(ct);
            return member.Version;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedByAnother;
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            return await KeysInUse.FindAsync(db, profile, card: null, member.Id, ct) ?? ChangedByAnother;
        }
    }
}
