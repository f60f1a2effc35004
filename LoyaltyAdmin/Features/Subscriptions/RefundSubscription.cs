using System.Globalization;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Takes note that a payment was given back, in whole or in part: the benefits end at once or after a said day, and it is not renewed.</summary>
public sealed class RefundSubscription(SubscriptionBook book)
{
    public Task<Result<SubscriptionDone>> ExecuteAsync(Actor actor, RefundOrder order, CancellationToken ct) =>
        book.RunAsync(actor, order, work => RefundAsync(work, order, ct), ct);

    private static async Task<Result<SubscriptionBook.Booked>> RefundAsync(SubscriptionBook.Work work, RefundOrder order, CancellationToken ct)
    {
        if (!(await SubscriptionBook.LockAsync(work.Db, order.SubscriptionId, ct)).Accepted(out var known, out var unknown))
        {
            return unknown;
        }

        if (PaymentOf(known, order.Payment) is not { } payment)
        {
            return SubscriptionRejections.PaymentUnknown(order.Payment ?? "");
        }

        var left = new Money(payment.Amount.Minor - known.Events.Where(e => e.PaymentId == payment.Id).Sum(e => e.Amount.Minor));
        if (order.Amount.IsZero || order.Amount > left)
        {
            return order.Amount.IsZero ? SubscriptionRejections.AmountMissing(left) : SubscriptionRejections.AmountTooGreat(left);
        }

        if (work.At < payment.At)
        {
            return SubscriptionRejections.BeforeStart();
        }

        if (order.LastDay is { } last && last < work.Calendar.DayOf(work.At))
        {
            return SubscriptionRejections.LastDayPast();
        }

        var refund = SubscriptionBook.Event(work, known.Subscription.Id, SubscriptionEventKind.Refunded) with
        {
            Amount = order.Amount,
            PaymentId = payment.Id,
            Until = order.LastDay is { } day ? work.Calendar.StartOf(day.AddDays(1)) : work.At,
        };
        return new SubscriptionBook.Booked(known.Subscription, known.Plan, known.Events, [refund]);
    }

    /// <summary>By the operation that reported it (a start with a payment among them), or by its number; the latest where nothing is named.</summary>
    private static SubscriptionEvent? PaymentOf(SubscriptionBook.Known known, string? name)
    {
        var payments = known.Events.Where(e => e.Kind == SubscriptionEventKind.Paid).OrderBy(e => e.At).ThenBy(e => e.Id).ToList();
        if (name is null)
        {
            return payments.LastOrDefault();
        }

        var start = known.Events.First(e => e.Kind == SubscriptionEventKind.Started);
        return payments.Find(p => p.OperationId == name)
            ?? (start.OperationId == name ? payments.Find(p => p.OperationId is null && p.RecordedAt == start.RecordedAt) : null)
            ?? (long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? payments.Find(p => p.Id == id) : null);
    }
}
