using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Takes note of a payment: one period more, from the end of what is paid, or from now on where that is over.</summary>
public sealed class PaySubscription(SubscriptionBook book)
{
    private const int MostYearsAhead = 10;

    public Task<Result<SubscriptionDone>> ExecuteAsync(Actor actor, PaymentOrder order, CancellationToken ct) =>
        book.RunAsync(actor, order, work => PayAsync(work, order, ct), ct);

    private static async Task<Result<SubscriptionBook.Booked>> PayAsync(SubscriptionBook.Work work, PaymentOrder order, CancellationToken ct)
    {
        if (!(await SubscriptionBook.LockAsync(work.Db, order.SubscriptionId, ct)).Accepted(out var known, out var unknown))
        {
            return unknown;
        }

        var (subscription, plan) = (known.Subscription, known.Plan);
        var terms = plan.At(work.At).Terms;
        if (order.Amount.IsZero || order.Amount > terms.Fee)
        {
            return order.Amount.IsZero ? SubscriptionRejections.AmountMissing(terms.Fee) : SubscriptionRejections.AmountTooGreat(terms.Fee);
        }

        if (work.At < subscription.StartedAt)
        {
            return SubscriptionRejections.BeforeStart();
        }

        if (!subscription.IsOpen)
        {
            if (await work.Db.Subscriptions.Where(s => s.MemberId == subscription.MemberId && s.PlanId == plan.Id && s.IsOpen).Select(s => (long?)s.Id).SingleOrDefaultAsync(ct) is { } other)
            {
                return SubscriptionRejections.OpenConflict(plan.Name, other);
            }

            subscription.IsOpen = true;
        }

        var payment = SubscriptionBook.Payment(work, subscription.Id, terms, order.Amount, named: true);
        return SubscriptionCourse.Of([.. known.Events, payment], work.Calendar).PaidUntil > work.Now.AddYears(MostYearsAhead)
            ? SubscriptionRejections.PaidTooFar(MostYearsAhead)
            : new SubscriptionBook.Booked(subscription, plan, known.Events, [payment]);
    }
}
