using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members.Households;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// What a merge did with the household of who went: the survivor takes the place where it had none, else the place is given up.
/// A household that nobody is left in stays as it is, so that parting finds it.
/// </summary>
/// <param name="Household">The household of who went; null for none.</param>
/// <param name="Taken">Whether the survivor took the place.</param>
/// <param name="Head">Who stands for the household instead of who went; null where that one did not.</param>
public sealed record MergedHousehold(int? Household, bool Taken, long? Head)
{
    /// <summary>Lets the survivor stand in the place of who goes.</summary>
    public static async Task<MergedHousehold> MergeAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        if (await db.Members.Where(m => m.Id == source).Select(m => m.HouseholdId).SingleAsync(ct) is not { } household)
        {
            return new MergedHousehold(null, false, null);
        }

        await PlaceAsync(db, source, null, ct);
        var taken = await db.Members.AnyAsync(m => m.Id == target && m.HouseholdId == null, ct);
        if (taken)
        {
            await PlaceAsync(db, target, household, ct);
        }

        var members = await db.Members.AsNoTracking().Where(m => m.HouseholdId == household).ToListAsync(ct);
        var wasHead = await db.Households.AnyAsync(h => h.Id == household && h.HeadId == source, ct);
        long? head = !wasHead || members.Count == 0 ? null : members.Exists(m => m.Id == target) ? target : HouseholdRule.HeadOf(source, members);
        await TurnAsync(db, household, source, head, ct);
        return new MergedHousehold(household, taken, head);
    }

    /// <summary>Gives the place back, where the household is still there.</summary>
    public async Task PartAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        if (Household is not { } household || !await db.Households.AnyAsync(h => h.Id == household, ct))
        {
            return;
        }

        if (Taken && await db.Members.AnyAsync(m => m.Id == target && m.HouseholdId == household, ct))
        {
            await PlaceAsync(db, target, null, ct);
        }

        await PlaceAsync(db, source, household, ct);
        await TurnAsync(db, household, Head, Head is null ? null : source, ct);
    }

    /// <summary>Other points pay for all of a household from now on: a till that counted on those of before reads again.</summary>
    private static async Task PlaceAsync(LoyaltyDbContext db, long member, int? household, CancellationToken ct)
    {
        var left = await db.Members.Where(m => m.Id == member).Select(m => m.HouseholdId).SingleAsync(ct) ?? household;
        await db.Accounts.Where(a => a.MemberId != member && db.Members.Any(m => m.Id == a.MemberId && m.HouseholdId == left))
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1), ct);
        await db.Members.Where(m => m.Id == member).ExecuteUpdateAsync(set => set.SetProperty(m => m.HouseholdId, household), ct);
    }

    /// <summary>Names another head in the place of one, and lets nobody else change the household at the same time.</summary>
    private static Task<int> TurnAsync(LoyaltyDbContext db, int household, long? from, long? to, CancellationToken ct)
    {
        var (old, next) = (to is null ? null : from, to ?? 0);
        return db.Households.Where(h => h.Id == household).ExecuteUpdateAsync(
            set => set.SetProperty(h => h.HeadId, h => h.HeadId == old ? next : h.HeadId).SetProperty(h => h.Version, h => h.Version + 1), ct);
    }
}
