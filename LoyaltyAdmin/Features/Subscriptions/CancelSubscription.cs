using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Ends the renewal: the benefits last to the end of what is paid. Told again it changes nothing; a payment takes it back.</summary>
public sealed class CancelSubscription(SubscriptionBook book)
{
    public Task<Result<SubscriptionDone>> ExecuteAsync(Actor actor, CancelOrder order, CancellationToken ct) =>
        book.RunAsync(actor, order, work => CancelAsync(work, order, ct), ct);

    private static async Task<Result<SubscriptionBook.Booked>> CancelAsync(SubscriptionBook.Work work, CancelOrder order, CancellationToken ct)
    {
        if (!(await SubscriptionBook.LockAsync(work.Db, order.SubscriptionId, ct)).Accepted(out var known, out var unknown))
        {
            return unknown;
        }

        if (work.At < known.Subscription.StartedAt)
        {
            return SubscriptionRejections.BeforeStart();
        }

        SubscriptionEvent[] events = [SubscriptionBook.Event(work, known.Subscription.Id, SubscriptionEventKind.Cancelled)];
        return SubscriptionCourse.Of(known.Events, work.Calendar).StateAt(work.At) switch
        {
            SubscriptionState.Cancelled => new SubscriptionBook.Booked(known.Subscription, known.Plan, known.Events, []),
            SubscriptionState.Lapsed or SubscriptionState.Ended => SubscriptionRejections.NothingToCancel(),
            _ => new SubscriptionBook.Booked(known.Subscription, known.Plan, known.Events, events),
        };
    }
}
