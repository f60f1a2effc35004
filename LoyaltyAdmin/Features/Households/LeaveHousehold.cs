using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Takes members out of a household: each keeps what is left of the own points. The last who goes ends it.</summary>
public sealed class LeaveHousehold(HouseholdTransaction transaction)
{
    /// <summary>How many are left, and whether nothing was to be done.</summary>
    public sealed record Left(int Remaining, bool Replayed);

    /// <summary>Takes one member out; one who is not in it is left alone.</summary>
    public Task<Result<Left>> ExecuteAsync(Actor actor, int householdId, long memberId, string? reason, CancellationToken ct) =>
        transaction.RunAsync<Left>(actor, reason, async work =>
        {
            if (await HouseholdTransaction.FindAsync(work.Db, householdId, ct) is not { } found)
            {
                return HouseholdTransaction.Unknown(householdId);
            }

            if (found.Members.Find(m => m.Id == memberId) is not { } member)
            {
                return await work.Db.Members.AnyAsync(m => m.Id == memberId, ct)
                    ? new Left(found.Members.Count, Replayed: true)
                    : HouseholdTransaction.MemberUnknown(memberId);
            }

            return await LeaveAsync(work, found.Household, found.Members, [member], ct);
        }, ct);

    /// <summary>Ends a household: everybody goes. One that is not there any more is left alone.</summary>
    public Task<Result<Left>> DissolveAsync(Actor actor, int householdId, string? reason, CancellationToken ct) =>
        transaction.RunAsync<Left>(actor, reason, async work => await HouseholdTransaction.FindAsync(work.Db, householdId, ct) is { } found
            ? await LeaveAsync(work, found.Household, found.Members, found.Members, ct)
            : new Left(0, Replayed: true), ct);

    private static async Task<Left> LeaveAsync(HouseholdTransaction.Work work, Household household, List<Member> members, List<Member> leaving, CancellationToken ct)
    {
        await HouseholdTransaction.TouchAsync(work.Db, members, ct);
        HouseholdTransaction.Place(leaving, household: null);
        List<Member> staying = [.. members.Except(leaving)];
        if (staying.Count > 0)
        {
            household.HeadId = HouseholdRule.HeadOf(household.HeadId, staying);
            household.Version++;
            return new Left(staying.Count, Replayed: false);
        }

        // Who leaves must be written first: a household goes when nobody names it any more.
        await work.Db.SaveChangesAsync(ct);
        work.Db.Households.Remove(household);
        return new Left(0, Replayed: false);
    }
}
