using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Lists subscriptions with the state that each has now, whether or not any job has run.</summary>
public sealed class SubscriptionListQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 1_000;

    public async Task<Page<SubscriptionRow>> ListAsync(Actor actor, SubscriptionFilter filter, SubscriptionSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        Demand(actor);
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var scope = Scope(db, filter, now);
        var found = await Ordered(scope, sort, descending).ToPageAsync(page, ct);
        return new Page<SubscriptionRow>(await TellAsync(db, found.Rows, ct), found.Total);
    }

    /// <summary>All that the filter finds, the latest first, a batch in memory at once.</summary>
    public async IAsyncEnumerable<SubscriptionRow> StreamAsync(Actor actor, SubscriptionFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        Demand(actor);
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var last = long.MaxValue; ;)
        {
            var found = await Scope(db, filter, now).Where(f => f.Subscription.Id < last).OrderByDescending(f => f.Subscription.Id).Take(Batch).ToListAsync(ct);
            foreach (var row in await TellAsync(db, found, ct))
            {
                yield return row;
            }

            if (found.Count < Batch)
            {
                yield break;
            }

            last = found[^1].Subscription.Id;
        }
    }

    private static void Demand(Actor actor)
    {
        actor.Demand(Permission.ProgramView);
        actor.Demand(Permission.MembersView);
    }

    private static IQueryable<Found> Scope(LoyaltyDbContext db, SubscriptionFilter filter, DateTime now)
    {
        var spans = db.SubscriptionSpans.AsNoTracking().Where(s => s.From <= now && s.Until > now);
        if (filter.State is { } state)
        {
            spans = spans.Where(s => s.State == state);
        }

        if (filter.PlanId is { } plan)
        {
            spans = spans.Where(s => s.PlanId == plan);
        }

        return from span in spans
               join subscription in db.Subscriptions.AsNoTracking() on span.SubscriptionId equals subscription.Id
               select new Found { Subscription = subscription, State = span.State, Since = span.From };
    }

    private static IQueryable<Found> Ordered(IQueryable<Found> scope, SubscriptionSort sort, bool descending) => (sort, descending) switch
    {
        (SubscriptionSort.PaidUntil, true) => scope.OrderByDescending(f => f.Subscription.PaidUntil).ThenByDescending(f => f.Subscription.Id),
        (SubscriptionSort.PaidUntil, false) => scope.OrderBy(f => f.Subscription.PaidUntil).ThenBy(f => f.Subscription.Id),
        (SubscriptionSort.Saved, true) => scope.OrderByDescending(f => f.Subscription.Saved).ThenByDescending(f => f.Subscription.Id),
        (SubscriptionSort.Saved, false) => scope.OrderBy(f => f.Subscription.Saved).ThenBy(f => f.Subscription.Id),
        (_, true) => scope.OrderByDescending(f => f.Subscription.Id),
        _ => scope.OrderBy(f => f.Subscription.Id),
    };

    private async Task<IReadOnlyList<SubscriptionRow>> TellAsync(LoyaltyDbContext db, IReadOnlyList<Found> found, CancellationToken ct)
    {
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        var names = await MemberNames.OfAsync(db, found.Select(f => (long?)f.Subscription.MemberId), ct);
        var plans = await db.SubscriptionPlans.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. found.Select(f => new SubscriptionRow
        {
            Id = f.Subscription.Id,
            MemberId = f.Subscription.MemberId,
            Member = names.GetValueOrDefault(f.Subscription.MemberId, $"№ {f.Subscription.MemberId}"),
            Plan = plans[f.Subscription.PlanId],
            State = f.State,
            Since = f.Since,
            StartedAt = f.Subscription.StartedAt,
            LastDay = calendar.DayOf(f.Subscription.PaidUntil.AddTicks(-1)),
            Paid = f.Subscription.Paid.Minor,
            Saved = f.Subscription.Saved,
        })];
    }

    /// <summary>A subscription with its state.</summary>
    private sealed record Found
    {
        public required Subscription Subscription { get; init; }

        public required SubscriptionState State { get; init; }

        public required DateTime Since { get; init; }
    }
}
