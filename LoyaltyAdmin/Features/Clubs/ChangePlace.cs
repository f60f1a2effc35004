using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Ends a place in a club, or prolongs it, by hand and with a reason.</summary>
public sealed class ChangePlace(ClubTransaction transaction, IdSource ids)
{
    /// <summary>Staff take the place away: the benefits end at once, and purchases alone do not bring the member back.</summary>
    public Task<Rejection?> RemoveAsync(Actor actor, long placeId, string reason, CancellationToken ct) =>
        EndAsync(actor, placeId, ClubEventKind.Removed, reason, ct);

    /// <summary>The member wishes to go.</summary>
    public Task<Rejection?> LeaveAsync(Actor actor, long placeId, string reason, CancellationToken ct) =>
        EndAsync(actor, placeId, ClubEventKind.Left, reason, ct);

    /// <summary>One term more from the end of the present one.</summary>
    public Task<Rejection?> ProlongAsync(Actor actor, long placeId, string reason, CancellationToken ct) => RunAsync(
        actor,
        placeId,
        reason,
        (work, club, place, happened) => place.Until == ProgramCalendar.Never
            ? ClubRejections.NoEnd(club.Name)
            : happened with { Kind = ClubEventKind.Renewed, Until = club.At(work.Now).Terms.EndOf(work.Calendar.DayOf(place.Until), work.Calendar) },
        "Prolonged",
        ct);

    private Task<Rejection?> EndAsync(Actor actor, long placeId, ClubEventKind kind, string reason, CancellationToken ct) =>
        RunAsync(actor, placeId, reason, (_, _, _, happened) => happened with { Kind = kind }, kind.ToString(), ct);

    private async Task<Rejection?> RunAsync(
        Actor actor, long placeId, string reason, Func<ClubTransaction.Work, Club, ClubPlace, ClubEvent, Result<ClubEvent>> change, string told, CancellationToken ct)
    {
        actor.Demand(Permission.ClubsManage);
        if (ClubRejections.CheckReason(reason) is { } missing)
        {
            return missing;
        }

        var id = ids.Next<ClubEvent>();
        var done = await transaction.RunAsync<ClubPlace>(actor, async work =>
        {
            if (await work.Db.ClubPlaces.SingleOrDefaultAsync(p => p.Id == placeId, ct) is not { } place)
            {
                return ClubRejections.PlaceUnknown(placeId);
            }

            if (place.Until <= work.Now)
            {
                return ClubRejections.NotInClub();
            }

            var club = await work.Db.Clubs.AsNoTracking().Include(c => c.Versions).SingleAsync(c => c.Id == place.ClubId, ct);
            var blank = new ClubEvent { Id = id, PlaceId = placeId, Kind = ClubEventKind.Renewed, At = work.Now, Author = actor.Name, Reason = reason.Trim() };
            if (!change(work, club, place, blank).Accepted(out var happened, out var refused))
            {
                return refused;
            }

            await ClubTransaction.WriteAsync(work.Db, place, happened, ct);
            ClubTransaction.Note(work, place.MemberId, club, "In", told, reason);
            return place;
        }, ct);
        return done.Rejection;
    }
}
