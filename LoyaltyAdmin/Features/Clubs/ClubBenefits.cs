using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Reads, set-wise, what clubs give to members around the time of their purchases.</summary>
internal static class ClubBenefits
{
    public static async Task<IReadOnlyList<(long Member, MemberBenefit Benefit)>> LoadAsync(
        LoyaltyDbContext db, long[] members, DateTime earliest, DateTime latest, CancellationToken ct)
    {
        var held = await db.ClubPlaces.AsNoTracking()
            .Where(p => EF.Parameter(members).Contains(p.MemberId) && p.From <= latest && p.Until > earliest)
            .Select(p => new { p.MemberId, p.ClubId, p.From, p.Until }).ToListAsync(ct);
        if (held.Count == 0)
        {
            return [];
        }

        var needed = held.Select(h => h.ClubId).Distinct().ToArray();
        var clubs = await db.Clubs.AsNoTracking().Include(c => c.Versions).Where(c => EF.Parameter(needed).Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return
        [
            .. from place in held
               let club = clubs[place.ClubId]
               from period in club.Versions.Within(place.From, place.Until)
               select (place.MemberId, new MemberBenefit(period.Version.Terms.Benefits.ToPrivilege(club.Name), period.From, period.Until)),
        ];
    }
}
