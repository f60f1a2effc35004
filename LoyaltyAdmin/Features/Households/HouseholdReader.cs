using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Reads one household with what can be spent now, by the lots themselves.</summary>
internal static class HouseholdReader
{
    /// <summary>Null where there is none, or nobody is in it.</summary>
    public static async Task<HouseholdDetails?> ReadAsync(LoyaltyDbContext db, int id, ProgramTimeline timeline, DateTime now, CancellationToken ct)
    {
        var household = await db.Households.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id, ct);
        var members = await db.Members.AsNoTracking().Where(m => m.HouseholdId == id).OrderBy(m => m.Id).ToListAsync(ct);
        if (household is null || members.Count == 0)
        {
            return null;
        }

        long[] ids = [.. members.Select(m => m.Id)];
        var accounts = await db.Accounts.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.MemberId)).ToDictionaryAsync(a => a.MemberId, ct);
        var spendable = await SpendablePoints.OfAsync(db, [.. accounts.Values.Select(a => a.Id)], now, ct);
        var names = await MemberNames.OfAsync(db, ids.Cast<long?>(), ct);
        var head = HouseholdRule.HeadOf(household.HeadId, members);
        return new HouseholdDetails(
            id,
            head,
            household.CreatedAt,
            [
                .. members.Select(m => new HouseholdMember(m.Id, names[m.Id], m.Status, spendable.GetValueOrDefault(accounts[m.Id].Id), accounts[m.Id].Debt))
                    .OrderBy(m => m.Id != head).ThenBy(m => m.Id),
            ],
            timeline.InForceAt(now).Conditions.Joining.HouseholdLimit > 0);
    }

    /// <summary>What a member can spend: the own points, or those of the household.</summary>
    /// <param name="db">The database.</param>
    /// <param name="memberId">The member.</param>
    /// <param name="own">What can be spent of the own account.</param>
    /// <param name="timeline">For the conditions in force.</param>
    /// <param name="now">The instant.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Points> AvailableAsync(LoyaltyDbContext db, long memberId, Points own, ProgramTimeline timeline, DateTime now, CancellationToken ct) =>
        await db.Members.Where(m => m.Id == memberId).Select(m => m.HouseholdId).SingleOrDefaultAsync(ct) is { } household
        && await ReadAsync(db, household, timeline, now, ct) is { } details
            ? details.AvailableTo(memberId)
            : own;
}
