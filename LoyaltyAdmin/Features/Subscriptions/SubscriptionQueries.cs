using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Tells of the subscriptions of one member.</summary>
public sealed class SubscriptionQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All that a member has and had, those with benefits first, then the latest first.</summary>
    public async Task<IReadOnlyList<SubscriptionDetails>> OfMemberAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await ReadAsync(db, db.Subscriptions.Where(s => s.MemberId == memberId), ct);
        return [.. found.OrderByDescending(s => s.State.HasBenefits()).ThenByDescending(s => s.StartedAt).ThenByDescending(s => s.Id)];
    }

    /// <summary>Null where there is none of this number.</summary>
    public async Task<SubscriptionDetails?> FindAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await ReadAsync(db, db.Subscriptions.Where(s => s.Id == id), ct)).SingleOrDefault();
    }

    /// <summary>Names of the plans by which a member has benefits now.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(long memberId, CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await (
            from subscription in db.Subscriptions
            where subscription.MemberId == memberId
            join span in db.SubscriptionSpans on subscription.Id equals span.SubscriptionId
            where span.State <= SubscriptionState.Cancelled && span.From <= now && span.Until > now
            join plan in db.SubscriptionPlans on subscription.PlanId equals plan.Id
            orderby plan.Name
            select plan.Name).Distinct().ToListAsync(ct);
    }

    private async Task<IReadOnlyList<SubscriptionDetails>> ReadAsync(LoyaltyDbContext db, IQueryable<Subscription> wanted, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var subscriptions = await wanted.AsNoTracking().ToListAsync(ct);
        if (subscriptions.Count == 0)
        {
            return [];
        }

        long[] ids = [.. subscriptions.Select(s => s.Id)];
        int[] needed = [.. subscriptions.Select(s => s.PlanId).Distinct()];
        var plans = await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).Where(p => EF.Parameter(needed).Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var events = (await db.SubscriptionEvents.AsNoTracking().Where(e => EF.Parameter(ids).Contains(e.SubscriptionId)).ToListAsync(ct)).ToLookup(e => e.SubscriptionId);
        return [.. subscriptions.Select(Tell)];

        SubscriptionDetails Tell(Subscription subscription)
        {
            var (plan, course) = (plans[subscription.PlanId], SubscriptionCourse.Of(events[subscription.Id], calendar));
            var span = course.Spans.FirstOrDefault(s => s.From <= now && now < s.Until, course.Spans[0]);
            var ahead = course.Spans.Where(s => s.Until > now && s.State.HasBenefits()).ToList();
            return new SubscriptionDetails
            {
                Id = subscription.Id,
                MemberId = subscription.MemberId,
                PlanKey = plan.Key,
                PlanName = plan.Name,
                Terms = plan.At(now).Terms,
                State = span.State,
                Since = span.From,
                StartedAt = subscription.StartedAt,
                LastDay = calendar.DayOf(course.PaidUntil.AddTicks(-1)),
                BenefitsThrough = ahead.Count == 0 ? null : calendar.DayOf(ahead[^1].Until.AddTicks(-1)),
                IsOpen = subscription.IsOpen,
                Paid = subscription.Paid,
                Saved = subscription.Saved / 100m,
                Events = [.. events[subscription.Id].OrderByDescending(e => e.At).ThenByDescending(e => e.Id)],
            };
        }
    }
}
