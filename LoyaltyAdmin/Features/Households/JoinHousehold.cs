using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Brings a member into a household.</summary>
public sealed class JoinHousehold(HouseholdTransaction transaction)
{
    /// <summary>The member, and whether they were in it before.</summary>
    public sealed record Joined(long MemberId, bool Replayed);

    public Task<Result<Joined>> ExecuteAsync(Actor actor, int householdId, long memberId, CancellationToken ct) =>
        transaction.RunAsync<Joined>(actor, reason: null, async work =>
        {
            var db = work.Db;
            if (await HouseholdTransaction.FindAsync(db, householdId, ct) is not { } found)
            {
                return HouseholdTransaction.Unknown(householdId);
            }

            if (await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
            {
                return HouseholdTransaction.MemberUnknown(memberId);
            }

            if (member.HouseholdId == householdId)
            {
                return new Joined(memberId, Replayed: true);
            }

            if ((HouseholdRule.Refuse(found.Members.Count + 1, work.Limit) ?? HouseholdRule.Refuse(member, householdId, found.Members[0].IsDemo)) is { } refused)
            {
                return refused;
            }

            found.Household.Version++;
            HouseholdTransaction.Place([member], householdId);
            await HouseholdTransaction.TouchAsync(db, [.. found.Members, member], ct);
            return new Joined(memberId, Replayed: false);
        }, ct);
}
