using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>
/// Keeps the events of subscriptions: each order in one transaction in which nobody else can change the subscription, each
/// named operation once. The course is worked out anew from all events, whatever order they were reported in.
/// </summary>
public sealed class SubscriptionBook(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, IdSource ids, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 12;
    private const int LongestReason = 1000;
    private const int ShortestReason = 3;

    /// <summary>Clocks of tills may be ahead by so much.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>One order at work: what is known, and the numbers for what is new.</summary>
    internal sealed record Work(LoyaltyDbContext Db, ProgramCalendar Calendar, DateTime Now, DateTime At, Actor Actor, SubscriptionOrder Order, Func<long> NextEvent);

    /// <summary>Does an order once.</summary>
    /// <param name="actor">Who reports it.</param>
    /// <param name="order">What is reported.</param>
    /// <param name="do">Changes the subscription; answers it with its new events.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<SubscriptionDone>> RunAsync(Actor actor, SubscriptionOrder order, Func<Work, Task<Result<Booked>>> @do, CancellationToken ct)
    {
        actor.Demand(Permission.SubscriptionsManage);
        if (order.Reason is { } reason && reason.Trim().Length is < ShortestReason or > LongestReason)
        {
            return new Rejection("Subscriptions.ReasonMissing") { Field = "reason" };
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, order, @do, ct);
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Another one was first, or the database was busy: what is there now is read anew.
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
            }
        }
    }

    private async Task<Result<SubscriptionDone>> TryAsync(Actor actor, SubscriptionOrder order, Func<Work, Task<Result<Booked>>> @do, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var at = order.At ?? now;
        if (at > now + Ahead)
        {
            return SubscriptionRejections.InFuture();
        }

        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);

        // Numbers are taken before the transaction: taking them writes.
        var (first, used) = (ids.Take<SubscriptionEvent>(2), 0);
        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var print = order.Fingerprint();
        if (order.OperationId is { } name
            && await db.SubscriptionEvents.AsNoTracking().Where(e => e.OperationId == name).Select(e => new { e.SubscriptionId, e.PayloadHash }).SingleOrDefaultAsync(ct) is { } known)
        {
            return known.PayloadHash == print ? new SubscriptionDone(known.SubscriptionId, Replayed: true) : SubscriptionRejections.OperationConflict(name);
        }

        db.Author = actor.Name;
        var work = new Work(db, calendar, now, at, actor, order, () => first + used++);
        if (!(await @do(work)).Accepted(out var booked, out var refused))
        {
            return refused;
        }

        if (booked.Events.Count > 0)
        {
            await WriteAsync(work, booked, ct);
            await transaction.CommitAsync(ct);
        }

        return new SubscriptionDone(booked.Subscription.Id, Replayed: booked.Events.Count == 0);
    }

    /// <summary>The member whom an order names, or the one who stands for it; nobody else can change the member's subscriptions until the end.</summary>
    internal static async Task<Result<(long Id, bool Blocked)>> LockMemberAsync(LoyaltyDbContext db, long memberId, CancellationToken ct)
    {
        var named = await db.Members.Where(m => m.Id == memberId).Select(m => (long?)(m.MergedIntoId ?? m.Id)).SingleOrDefaultAsync(ct) ?? 0;
        if (await db.Accounts.Where(a => a.MemberId == named).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1), ct) == 0)
        {
            return new Rejection("Members.Unknown", memberId);
        }

        var status = await db.Members.Where(m => m.Id == named).Select(m => m.Status).SingleAsync(ct);
        return status == MemberStatus.Merged
            ? throw new DbUpdateConcurrencyException($"Member {named} was merged meanwhile.")
            : (named, status == MemberStatus.Blocked);
    }

    /// <summary>The subscription with its events and its plan; nobody else can change it until the end.</summary>
    internal static async Task<Result<Known>> LockAsync(LoyaltyDbContext db, long id, CancellationToken ct)
    {
        if (await db.Subscriptions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), ct) == 0)
        {
            return SubscriptionRejections.Unknown(id);
        }

        var subscription = await db.Subscriptions.SingleAsync(s => s.Id == id, ct);
        var plan = await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).SingleAsync(p => p.Id == subscription.PlanId, ct);
        return new Known(subscription, plan, await db.SubscriptionEvents.AsNoTracking().Where(e => e.SubscriptionId == id).ToListAsync(ct));
    }

    /// <summary>An event of an order.</summary>
    internal static SubscriptionEvent Event(Work work, long subscription, SubscriptionEventKind kind, bool named = true) => new()
    {
        Id = work.NextEvent(),
        SubscriptionId = subscription,
        Kind = kind,
        At = work.At,
        RecordedAt = work.Now,
        OperationId = named ? work.Order.OperationId : null,
        PayloadHash = named && work.Order.OperationId is not null ? work.Order.Fingerprint() : null,
        Author = work.Actor.Name,
        Reason = work.Order.Reason?.Trim(),
    };

    /// <summary>A payment by the terms in force when it was made.</summary>
    internal static SubscriptionEvent Payment(Work work, long subscription, PlanTerms terms, Money amount, bool named) =>
        Event(work, subscription, SubscriptionEventKind.Paid, named) with
        {
            Amount = amount,
            Fee = terms.Fee,
            Unit = terms.Unit,
            Length = terms.Length,
            GraceDays = terms.GraceDays,
        };

    private static async Task WriteAsync(Work work, Booked booked, CancellationToken ct)
    {
        var (db, subscription) = (work.Db, booked.Subscription);
        SubscriptionEvent[] events = [.. booked.Before, .. booked.Events];
        var course = SubscriptionCourse.Of(events, work.Calendar);
        subscription.PaidUntil = course.PaidUntil;
        var payments = events.Where(e => e.Kind == SubscriptionEventKind.Paid).ToList();
        var refunded = events.Where(e => e.Kind == SubscriptionEventKind.Refunded).Sum(e => e.Amount.Minor);
        subscription.Paid = new Money(payments.Sum(e => e.Amount.Minor) - refunded);
        subscription.Monthly = payments.OrderBy(e => e.At).ThenBy(e => e.Id).LastOrDefault() is { } last
            ? new Money(Rounding.ToWhole(PlanTerms.MonthlyOf(last.Amount, last.Unit, last.Length) * 100m, RoundingMode.HalfUp))
            : Money.Zero;
        db.SubscriptionEvents.AddRange(booked.Events);
        if (work.Order.Reason is { } reason)
        {
            db.AuditEntries.Add(Audit(work, subscription.MemberId, booked, reason.Trim()));
        }

        await db.SaveChangesAsync(ct);
        await db.SubscriptionSpans.Where(s => s.SubscriptionId == subscription.Id).ExecuteDeleteAsync(ct);
        db.SubscriptionSpans.AddRange(course.Spans.Select((s, i) => new SubscriptionSpan
        {
            SubscriptionId = subscription.Id,
            Number = i + 1,
            PlanId = subscription.PlanId,
            State = s.State,
            From = s.From,
            Until = s.Until,
        }));
        await db.SaveChangesAsync(ct);
    }

    private static AuditEntry Audit(Work work, long memberId, Booked booked, string reason) => new()
    {
        At = work.Now,
        Author = work.Actor.Name,
        Action = AuditAction.Changed,
        Subject = nameof(Member),
        SubjectId = memberId.ToString(CultureInfo.InvariantCulture),
        Before = booked.Before.Count == 0 ? null : Told(work, booked.Plan, booked.Before),
        After = Told(work, booked.Plan, [.. booked.Before, .. booked.Events]),
        Reason = reason,
    };

    private static string Told(Work work, SubscriptionPlan plan, IReadOnlyList<SubscriptionEvent> events)
    {
        var course = SubscriptionCourse.Of(events, work.Calendar);
        return JsonSerializer.Serialize(
            new
            {
                Subscription = plan.Name,
                SubscriptionState = course.StateAt(work.Now)?.ToString(),
                SubscriptionPaidThrough = work.Calendar.DayOf(course.PaidUntil).AddDays(-1).ToString("O", CultureInfo.InvariantCulture),
            },
            ConditionsJson.Options);
    }

    /// <summary>A subscription as it is.</summary>
    internal sealed record Known(Subscription Subscription, SubscriptionPlan Plan, IReadOnlyList<SubscriptionEvent> Events);

    /// <summary>A subscription with the events that an order adds; none where there was nothing left to do.</summary>
    internal sealed record Booked(Subscription Subscription, SubscriptionPlan Plan, IReadOnlyList<SubscriptionEvent> Before, IReadOnlyList<SubscriptionEvent> Events);
}
