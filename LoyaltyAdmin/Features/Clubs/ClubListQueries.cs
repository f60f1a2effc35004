using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Lists the members of one club and its invitations, as they stand now.</summary>
public sealed class ClubListQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 1_000;

    public async Task<Page<ClubPlaceRow>> PlacesAsync(Actor actor, int club, ClubPlaceFilter filter, PageRequest page, CancellationToken ct)
    {
        Demand(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await Places(db, club, filter, clock.UtcNow).OrderByDescending(p => p.Id).ToPageAsync(page, ct);
        return new Page<ClubPlaceRow>(await TellAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, the latest first, a batch in memory at once.</summary>
    public async IAsyncEnumerable<ClubPlaceRow> StreamPlacesAsync(Actor actor, int club, ClubPlaceFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        Demand(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var last = long.MaxValue; ;)
        {
            var found = await Places(db, club, filter, clock.UtcNow).Where(p => p.Id < last).OrderByDescending(p => p.Id).Take(Batch).ToListAsync(ct);
            foreach (var row in await TellAsync(db, found, ct))
            {
                yield return row;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Id;
        }
    }

    public async Task<Page<InvitationRow>> InvitationsAsync(Actor actor, int club, InvitationFilter filter, PageRequest page, CancellationToken ct)
    {
        Demand(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await Invitations(db, club, filter, clock.UtcNow).OrderByDescending(i => i.Id).ToPageAsync(page, ct);
        return new Page<InvitationRow>(await TellAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, the latest first, a batch in memory at once.</summary>
    public async IAsyncEnumerable<InvitationRow> StreamInvitationsAsync(Actor actor, int club, InvitationFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        Demand(actor);
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var last = long.MaxValue; ;)
        {
            var found = await Invitations(db, club, filter, clock.UtcNow).Where(i => i.Id < last).OrderByDescending(i => i.Id).Take(Batch).ToListAsync(ct);
            foreach (var row in await TellAsync(db, found, ct))
            {
                yield return row;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Id;
        }
    }

    private static void Demand(Actor actor)
    {
        actor.Demand(Permission.ProgramView);
        actor.Demand(Permission.MembersView);
    }

    private static IQueryable<ClubPlace> Places(LoyaltyDbContext db, int club, ClubPlaceFilter filter, DateTime now)
    {
        var places = db.ClubPlaces.AsNoTracking().Where(p => p.ClubId == club);
        return filter.State switch
        {
            PlaceState.In => places.Where(p => p.Until > now),
            PlaceState.Ended => places.Where(p => p.Until <= now && p.End == ClubEnd.Term),
            PlaceState.Removed => places.Where(p => p.Until <= now && p.End == ClubEnd.Removed),
            PlaceState.Left => places.Where(p => p.Until <= now && p.End == ClubEnd.Left),
            _ => places,
        };
    }

    private static IQueryable<ClubInvitation> Invitations(LoyaltyDbContext db, int club, InvitationFilter filter, DateTime now)
    {
        var invitations = db.ClubInvitations.AsNoTracking().Where(i => i.ClubId == club);
        return filter.State switch
        {
            InvitationState.Issued => invitations.Where(i => i.State == InvitationState.Issued && i.ExpiresAt > now),
            InvitationState.Expired => invitations.Where(i => i.State == InvitationState.Expired || (i.State == InvitationState.Issued && i.ExpiresAt <= now)),
            { } state => invitations.Where(i => i.State == state),
            _ => invitations,
        };
    }

    private async Task<IReadOnlyList<ClubPlaceRow>> TellAsync(LoyaltyDbContext db, IReadOnlyList<ClubPlace> places, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var names = await MemberNames.OfAsync(db, places.Select(p => (long?)p.MemberId), ct);
        return [.. places.Select(p => new ClubPlaceRow
        {
            Id = p.Id,
            MemberId = p.MemberId,
            Member = names.GetValueOrDefault(p.MemberId, $"№ {p.MemberId}"),
            State = p.Until > now ? PlaceState.In : p.End switch { ClubEnd.Removed => PlaceState.Removed, ClubEnd.Left => PlaceState.Left, _ => PlaceState.Ended },
            Entry = p.Entry,
            From = p.From,
            LastDay = p.Until == ProgramCalendar.Never ? null : calendar.DayOf(p.Until.AddTicks(-1)),
        })];
    }

    private async Task<IReadOnlyList<InvitationRow>> TellAsync(LoyaltyDbContext db, IReadOnlyList<ClubInvitation> invitations, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var names = await MemberNames.OfAsync(db, invitations.Select(i => (long?)i.MemberId), ct);
        return [.. invitations.Select(i => new InvitationRow
        {
            Id = i.Id,
            MemberId = i.MemberId,
            Member = names.GetValueOrDefault(i.MemberId, $"№ {i.MemberId}"),
            Code = i.Code,
            State = i.StateAt(now),
            IssuedAt = i.IssuedAt,
            IssuedBy = i.IssuedBy,
            LastDay = calendar.DayOf(i.ExpiresAt.AddTicks(-1)),
            Reason = i.Reason,
        })];
    }
}
