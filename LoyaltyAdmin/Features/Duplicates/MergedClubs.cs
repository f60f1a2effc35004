using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What a merge did with places in clubs and invitations: all go along; of two in one club the place that lasts longer goes on.</summary>
/// <param name="Places">Of who went.</param>
/// <param name="ClosedPlaces">Places that gave way.</param>
/// <param name="Invitations">Of who went.</param>
/// <param name="ClosedInvitations">Open invitations that gave way to the other member's.</param>
public sealed record MergedClubs(long[] Places, long[] ClosedPlaces, long[] Invitations, long[] ClosedInvitations)
{
    /// <summary>Gives all of one member to another.</summary>
    public static async Task<MergedClubs> MergeAsync(LoyaltyDbContext db, long source, long target, DateTime now, CancellationToken ct)
    {
        var places = await db.ClubPlaces.AsNoTracking().Where(p => p.MemberId == source || p.MemberId == target).ToListAsync(ct);
        long[] closed =
        [
            .. places.Where(p => p.IsOpen).GroupBy(p => p.ClubId).Where(g => g.Count() > 1)
                .Select(g => g.OrderBy(p => p.Until).ThenBy(p => p.MemberId == target).First().Id),
        ];
        var invitations = await db.ClubInvitations.AsNoTracking().Where(i => i.MemberId == source || i.MemberId == target).ToListAsync(ct);
        long[] doubled =
        [
            .. invitations.Where(i => i.State == InvitationState.Issued).GroupBy(i => i.ClubId).Where(g => g.Count() > 1)
                .Select(g => g.OrderBy(i => i.ExpiresAt).ThenBy(i => i.MemberId == target).First().Id),
        ];
        await db.ClubPlaces.Where(p => EF.Parameter(closed).Contains(p.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOpen, false).SetProperty(p => p.Version, p => p.Version + 1), ct);
        await db.ClubInvitations.Where(i => EF.Parameter(doubled).Contains(i.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Withdrawn).SetProperty(i => i.ClosedAt, now), ct);
        await db.ClubPlaces.Where(p => p.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, target), ct);
        await db.ClubInvitations.Where(i => i.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(i => i.MemberId, target), ct);
        return new MergedClubs(
            [.. places.Where(p => p.MemberId == source).Select(p => p.Id)], closed, [.. invitations.Where(i => i.MemberId == source).Select(i => i.Id)], doubled);
    }

    /// <summary>Gives it back, and opens again what gave way unless another one has been made since.</summary>
    public async Task PartAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        await db.ClubPlaces.Where(p => p.MemberId == target && EF.Parameter(Places).Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, source), ct);
        await db.ClubInvitations.Where(i => i.MemberId == target && EF.Parameter(Invitations).Contains(i.Id)).ExecuteUpdateAsync(set => set.SetProperty(i => i.MemberId, source), ct);
        IQueryable<ClubPlace> places = db.ClubPlaces;
        await places.Where(p => EF.Parameter(ClosedPlaces).Contains(p.Id) && !places.Any(o => o.IsOpen && o.MemberId == p.MemberId && o.ClubId == p.ClubId))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsOpen, true).SetProperty(p => p.Version, p => p.Version + 1), ct);
        IQueryable<ClubInvitation> invitations = db.ClubInvitations;
        await invitations
            .Where(i => EF.Parameter(ClosedInvitations).Contains(i.Id) && i.State == InvitationState.Withdrawn
                && !invitations.Any(o => o.State == InvitationState.Issued && o.MemberId == i.MemberId && o.ClubId == i.ClubId))
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Issued).SetProperty(i => i.ClosedAt, (DateTime?)null), ct);
    }
}
