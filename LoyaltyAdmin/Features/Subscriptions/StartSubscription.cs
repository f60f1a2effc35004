using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Begins a member's subscription to a plan. Of two starts at once one finds the other; one that is over makes room for a new one.</summary>
public sealed class StartSubscription(SubscriptionBook book, IdSource ids)
{
    public async Task<Result<SubscriptionDone>> ExecuteAsync(Actor actor, StartOrder order, CancellationToken ct)
    {
        var id = ids.Next<Subscription>();
        return await book.RunAsync(actor, order, work => StartAsync(work, order, id, ct), ct);
    }

    private static async Task<Result<SubscriptionBook.Booked>> StartAsync(SubscriptionBook.Work work, StartOrder order, long id, CancellationToken ct)
    {
        var db = work.Db;
        if (!(await SubscriptionBook.LockMemberAsync(db, order.MemberId, ct)).Accepted(out var member, out var unknown))
        {
            return unknown;
        }

        if (await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).SingleOrDefaultAsync(p => p.Key == order.Plan, ct) is not { } plan)
        {
            return SubscriptionRejections.PlanUnknown(order.Plan);
        }

        var terms = plan.At(work.At).Terms;
        if (Refuse(order, plan, terms, member.Blocked) is { } refused)
        {
            return refused;
        }

        if (order.Trial && await db.Subscriptions.AnyAsync(s => s.MemberId == member.Id && s.PlanId == plan.Id && s.HadTrial, ct))
        {
            return SubscriptionRejections.TrialUsed(plan.Name);
        }

        if (await db.Subscriptions.SingleOrDefaultAsync(s => s.MemberId == member.Id && s.PlanId == plan.Id && s.IsOpen, ct) is { } open)
        {
            if (await db.SubscriptionSpans.AnyAsync(s => s.SubscriptionId == open.Id && s.State <= SubscriptionState.Cancelled && s.From <= work.Now && s.Until > work.Now, ct))
            {
                return SubscriptionRejections.OpenConflict(plan.Name, open.Id);
            }

            (open.IsOpen, open.Version) = (false, open.Version + 1);
            await db.SaveChangesAsync(ct);
        }

        var subscription = new Subscription { Id = id, MemberId = member.Id, PlanId = plan.Id, StartedAt = work.At, HadTrial = order.Trial };
        db.Subscriptions.Add(subscription);
        return new SubscriptionBook.Booked(subscription, plan, [], [.. Events(work, order, id, terms)]);
    }

    private static Rejection? Refuse(StartOrder order, SubscriptionPlan plan, PlanTerms terms, bool blocked) =>
        blocked ? SubscriptionRejections.MemberBlocked()
        : !plan.IsSold ? SubscriptionRejections.PlanNotSold(plan.Name)
        : order.Trial && terms.TrialDays == 0 ? SubscriptionRejections.NoTrial(plan.Name)
        : !order.Trial && order.Amount is null or { IsZero: true } ? SubscriptionRejections.AmountMissing(terms.Fee)
        : order.Amount > terms.Fee ? SubscriptionRejections.AmountTooGreat(terms.Fee)
        : null;

    private static IEnumerable<SubscriptionEvent> Events(SubscriptionBook.Work work, StartOrder order, long id, PlanTerms terms)
    {
        yield return SubscriptionBook.Event(work, id, SubscriptionEventKind.Started) with
        {
            TrialDays = order.Trial ? terms.TrialDays : 0,
            GraceDays = terms.GraceDays,
        };
        if (order.Amount is { IsZero: false } amount)
        {
            yield return SubscriptionBook.Payment(work, id, terms, amount, named: false);
        }
    }
}
