using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Makes a household of members who belong to none.</summary>
public sealed class MakeHousehold(HouseholdTransaction transaction)
{
    /// <summary>The household, and whether the same members were in it with the same head before.</summary>
    public sealed record Made(int HouseholdId, bool Replayed);

    /// <summary>Makes it; told again it finds the one that was made.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="head">The member who stands for it.</param>
    /// <param name="others">The others; the head among them changes nothing.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Made>> ExecuteAsync(Actor actor, long head, IEnumerable<long> others, CancellationToken ct)
    {
        long[] ids = [head, .. others.Distinct().Where(id => id != head)];
        return transaction.RunAsync<Made>(actor, reason: null, async work =>
        {
            var db = work.Db;
            var members = await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
            if (ids.Where(id => !members.ContainsKey(id)).Select(id => (long?)id).FirstOrDefault() is { } unknown)
            {
                return HouseholdTransaction.MemberUnknown(unknown);
            }

            if (members[head].HouseholdId is { } known && await HouseholdTransaction.FindAsync(db, known, ct) is { } there
                && HouseholdRule.HeadOf(there.Household.HeadId, there.Members) == head && there.Members.Select(m => m.Id).ToHashSet().SetEquals(ids))
            {
                return new Made(known, Replayed: true);
            }

            if (HouseholdRule.Refuse(ids.Length, work.Limit) is { } refused)
            {
                return refused;
            }

            if (ids.Select(id => HouseholdRule.Refuse(members[id], household: null, members[head].IsDemo)).FirstOrDefault(r => r is not null) is { } unfit)
            {
                return unfit;
            }

            var household = new Household { HeadId = head, CreatedAt = work.Now };
            db.Households.Add(household);
            await db.SaveChangesAsync(ct);
            HouseholdTransaction.Place(members.Values, household.Id);
            await HouseholdTransaction.TouchAsync(db, members.Values, ct);
            return new Made(household.Id, Replayed: false);
        }, ct);
    }
}
