using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Says who stands for a household.</summary>
public sealed class NameHead(HouseholdTransaction transaction)
{
    /// <summary>The head, and whether that was so before.</summary>
    public sealed record Named(long MemberId, bool Replayed);

    public Task<Result<Named>> ExecuteAsync(Actor actor, int householdId, long memberId, CancellationToken ct) =>
        transaction.RunAsync<Named>(actor, reason: null, async work =>
        {
            if (await HouseholdTransaction.FindAsync(work.Db, householdId, ct) is not { } found)
            {
                return HouseholdTransaction.Unknown(householdId);
            }

            if (!found.Members.Exists(m => m.Id == memberId))
            {
                return new Rejection("Households.NotIn");
            }

            if (found.Household.HeadId == memberId)
            {
                return new Named(memberId, Replayed: true);
            }

            (found.Household.HeadId, found.Household.Version) = (memberId, found.Household.Version + 1);
            return new Named(memberId, Replayed: false);
        }, ct);
}
