using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>A club with its terms in force and how many are in it.</summary>
/// <param name="Club">With all its versions.</param>
/// <param name="Terms">In force now.</param>
/// <param name="Members">How many are in it now.</param>
/// <param name="Invited">How many have an invitation that is good.</param>
public sealed record ClubOverview(Club Club, ClubTerms Terms, int Members, int Invited);

/// <summary>How a member stands to a club.</summary>
public enum ClubStanding
{
    In,
    Invited,
    Outside,
}

/// <summary>One member and one club.</summary>
public sealed record MemberClub
{
    public required int ClubId { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required ClubTerms Terms { get; init; }

    public required ClubStanding Standing { get; init; }

    /// <summary>The place; null for who is not in.</summary>
    public long? PlaceId { get; init; }

    /// <summary>Since when the member is in, or was invited (UTC).</summary>
    public DateTime? Since { get; init; }

    /// <summary>The last local day of the place or of the invitation; null where there is no end.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Of the invitation that is good.</summary>
    public string? Code { get; init; }
}

/// <summary>Tells of clubs. Of a hidden club nobody hears who is neither in it nor invited.</summary>
public sealed class ClubQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All clubs for those who run them.</summary>
    public async Task<IReadOnlyList<ClubOverview>> OverviewAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Versions).OrderByDescending(c => c.IsOpen).ThenBy(c => c.Name).ToListAsync(ct);
        var members = await db.ClubPlaces.Where(p => p.Until > now && p.From <= now).GroupBy(p => p.ClubId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var invited = await db.ClubInvitations.Where(i => i.State == InvitationState.Issued && i.ExpiresAt > now).GroupBy(i => i.ClubId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. clubs.Select(c => new ClubOverview(c, c.At(now).Terms, members.GetValueOrDefault(c.Id), invited.GetValueOrDefault(c.Id)))];
    }

    /// <summary>Null where there is none of this number.</summary>
    public async Task<ClubOverview?> FindAsync(Actor actor, int id, CancellationToken ct) => (await OverviewAsync(actor, ct)).FirstOrDefault(c => c.Club.Id == id);

    /// <summary>The clubs that a member may hear of: those one is in, those one is invited into, and those that are not hidden.</summary>
    public async Task<IReadOnlyList<MemberClub>> OfMemberAsync(long memberId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Versions).OrderBy(c => c.Name).ToListAsync(ct);
        var places = await db.ClubPlaces.AsNoTracking().Where(p => p.MemberId == memberId && p.From <= now && p.Until > now).ToListAsync(ct);
        var invitations = await db.ClubInvitations.AsNoTracking()
            .Where(i => i.MemberId == memberId && i.State == InvitationState.Issued && i.ExpiresAt > now).ToDictionaryAsync(i => i.ClubId, ct);
        return [.. clubs.Select(Tell).OfType<MemberClub>().OrderBy(c => c.Standing)];

        MemberClub? Tell(Club club)
        {
            var terms = club.At(now).Terms;
            var (place, invitation) = (places.Where(p => p.ClubId == club.Id).MaxBy(p => p.Until), invitations.GetValueOrDefault(club.Id));
            return place is null && invitation is null && (terms.IsHidden || !club.IsOpen) ? null : new MemberClub
            {
                ClubId = club.Id,
                Key = club.Key,
                Name = club.Name,
                Terms = terms,
                Standing = place is not null ? ClubStanding.In : invitation is not null ? ClubStanding.Invited : ClubStanding.Outside,
                PlaceId = place?.Id,
                Since = place?.From ?? invitation?.IssuedAt,
                LastDay = place is not null
                    ? place.Until == ProgramCalendar.Never ? null : calendar.DayOf(place.Until.AddTicks(-1))
                    : invitation is null ? null : calendar.DayOf(invitation.ExpiresAt.AddTicks(-1)),
                Code = place is null ? invitation?.Code : null,
            };
        }
    }

    /// <summary>Names of the clubs that a member is in.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(long memberId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (
            from place in db.ClubPlaces
            where place.MemberId == memberId && place.From <= now && place.Until > now
            join club in db.Clubs on place.ClubId equals club.Id
            select club.Name).Distinct().OrderBy(name => name).ToListAsync(ct);
    }
}
