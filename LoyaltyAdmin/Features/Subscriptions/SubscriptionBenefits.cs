using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Reads, set-wise, what plans give to members around the time of their purchases.</summary>
internal static class SubscriptionBenefits
{
    public static async Task<IReadOnlyList<(long Member, MemberBenefit Benefit)>> LoadAsync(
        LoyaltyDbContext db, long[] members, DateTime earliest, DateTime latest, CancellationToken ct)
    {
        var held = await (
            from subscription in db.Subscriptions.AsNoTracking()
            where EF.Parameter(members).Contains(subscription.MemberId)
            join span in db.SubscriptionSpans on subscription.Id equals span.SubscriptionId
            where span.State <= SubscriptionState.Cancelled && span.From <= latest && span.Until > earliest
            select new { subscription.MemberId, subscription.Id, subscription.PlanId, span.From, span.Until }).ToListAsync(ct);
        if (held.Count == 0)
        {
            return [];
        }

        var needed = held.Select(h => h.PlanId).Distinct().ToArray();
        var plans = await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).Where(p => EF.Parameter(needed).Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        return
        [
            .. from span in held
               let plan = plans[span.PlanId]
               from period in plan.Versions.Within(span.From, span.Until)
               select (span.MemberId, new MemberBenefit(period.Version.Terms.Benefits.ToPrivilege(plan.Name), period.From, period.Until) { SubscriptionId = span.Id }),
        ];
    }
}
