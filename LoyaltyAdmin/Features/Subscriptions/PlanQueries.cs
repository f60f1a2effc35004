using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A plan with its terms in force and what has come of it.</summary>
/// <param name="Plan">With all its versions.</param>
/// <param name="Terms">In force now.</param>
public sealed record PlanOverview(SubscriptionPlan Plan, PlanTerms Terms)
{
    /// <summary>How many subscriptions have which state now.</summary>
    public required IReadOnlyDictionary<SubscriptionState, int> States { get; init; }

    /// <summary>Those with benefits now: what their latest payments are worth a month, of the paid ones among them.</summary>
    public Money Monthly { get; init; }

    /// <summary>What those with benefits now have paid so far.</summary>
    public Money Paid { get; init; }

    /// <summary>What their plan has brought them so far, in units of currency.</summary>
    public decimal Saved { get; init; }

    /// <summary>Paying at the start of the days looked back on.</summary>
    public int ActiveThen { get; init; }

    /// <summary>Of these, how many have been cancelled or have lapsed by now.</summary>
    public int Left { get; init; }

    /// <summary>How many have benefits now.</summary>
    public int Subscribers => States.Where(s => s.Key.HasBenefits()).Sum(s => s.Value);

    /// <summary>R12, contractual; null where nobody was paying then.</summary>
    public decimal? Churn => ActiveThen == 0 ? null : (decimal)Left / ActiveThen;

    /// <summary>What it has brought a subscriber on the average, in units of currency; null where there are none.</summary>
    public decimal? SavedEach => Subscribers == 0 ? null : Saved / Subscribers;

    /// <summary>What a subscriber has paid on the average; null where there are none.</summary>
    public decimal? PaidEach => Subscribers == 0 ? null : Paid.Amount / Subscribers;
}

/// <summary>Tells of plans.</summary>
public sealed class PlanQueries(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    /// <summary>Over how many days churn is counted.</summary>
    public const int ChurnDays = 30;

    /// <summary>All plans, those that are sold first, with their figures.</summary>
    public async Task<IReadOnlyList<PlanOverview>> OverviewAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var now = clock.UtcNow;
        var then = now.AddDays(-ChurnDays);
        await using var db = await databases.CreateDbContextAsync(ct);
        var plans = await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).OrderByDescending(p => p.IsSold).ThenBy(p => p.Name).ToListAsync(ct);
        if (plans.Count == 0)
        {
            return [];
        }

        var current = db.SubscriptionSpans.Where(s => s.From <= now && s.Until > now);
        var states = await current.GroupBy(s => new { s.PlanId, s.State }).Select(g => new { g.Key.PlanId, g.Key.State, Count = g.Count() }).ToListAsync(ct);
        var money = await (
            from span in current
            where span.State <= SubscriptionState.Cancelled
            join subscription in db.Subscriptions on span.SubscriptionId equals subscription.Id
            group new { subscription, span } by span.PlanId into g
            select new
            {
                PlanId = g.Key,
                Monthly = g.Sum(x => x.span.State == SubscriptionState.Active ? x.subscription.Monthly.Minor : 0),
                Paid = g.Sum(x => x.subscription.Paid.Minor),
                Saved = g.Sum(x => x.subscription.Saved),
            }).ToDictionaryAsync(m => m.PlanId, ct);
        var churn = await (
            from before in db.SubscriptionSpans
            where (before.State == SubscriptionState.Active || before.State == SubscriptionState.PastDue) && before.From <= then && before.Until > then
            join after in current on before.SubscriptionId equals after.SubscriptionId
            group after by before.PlanId into g
            select new { PlanId = g.Key, Then = g.Count(), Left = g.Count(s => s.State >= SubscriptionState.Cancelled) }).ToDictionaryAsync(c => c.PlanId, ct);
        return [.. plans.Select(plan => new PlanOverview(plan, plan.At(now).Terms)
        {
            States = states.Where(s => s.PlanId == plan.Id).ToDictionary(s => s.State, s => s.Count),
            Monthly = new Money(money.GetValueOrDefault(plan.Id)?.Monthly ?? 0),
            Paid = new Money(money.GetValueOrDefault(plan.Id)?.Paid ?? 0),
            Saved = (money.GetValueOrDefault(plan.Id)?.Saved ?? 0) / 100m,
            ActiveThen = churn.GetValueOrDefault(plan.Id)?.Then ?? 0,
            Left = churn.GetValueOrDefault(plan.Id)?.Left ?? 0,
        })];
    }

    /// <summary>All plans with their versions, without figures.</summary>
    public async Task<IReadOnlyList<SubscriptionPlan>> AllAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).OrderByDescending(p => p.IsSold).ThenBy(p => p.Name).ToListAsync(ct);
    }

    /// <summary>Null where there is none of this number.</summary>
    public async Task<SubscriptionPlan?> FindAsync(int id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.SubscriptionPlans.AsNoTracking().Include(p => p.Versions).SingleOrDefaultAsync(p => p.Id == id, ct);
    }
}
