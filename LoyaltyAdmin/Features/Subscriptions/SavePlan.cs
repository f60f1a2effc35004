using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>
/// Makes a plan or changes one. Other terms hold from the moment on in which they are saved: for purchases at once, for
/// money from the next payment on.
/// </summary>
public sealed partial class SavePlan(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>What is wanted.</summary>
    public sealed record Order
    {
        /// <summary>The plan to change; null to make one.</summary>
        public int? Id { get; init; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; init; }

        /// <summary>Of a new plan.</summary>
        public string Key { get; init; } = "";

        public required string Name { get; init; }

        public bool IsSold { get; init; } = true;

        public required PlanTerms Terms { get; init; }
    }

    /// <summary>What is wrong with an order, each with its field.</summary>
    public static IReadOnlyList<Rejection> Check(Order order)
    {
        var wrong = order.Terms.Check().ToList();
        if (order.Name.Trim().Length is 0 or > SubscriptionPlan.LongestName)
        {
            wrong.Add(new Rejection("Subscriptions.NameMissing", SubscriptionPlan.LongestName) { Field = "name" });
        }

        if (order.Id is null && !Key().IsMatch(order.Key))
        {
            wrong.Add(new Rejection("Subscriptions.KeyMalformed") { Field = "key" });
        }

        return wrong;
    }

    /// <summary>The plan's number, or the first thing that is wrong.</summary>
    public async Task<Result<int>> ExecuteAsync(Actor actor, Order order, CancellationToken ct)
    {
        actor.Demand(Permission.PlansEdit);
        if (Check(order) is [var wrong, ..])
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var saved = order.Id is { } id ? await ChangeAsync(db, actor, id, order, ct) : await MakeAsync(db, actor, order, ct);
            if (saved.Rejection is null)
            {
                await transaction.CommitAsync(ct);
            }

            return saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            return order.Id is null ? SubscriptionRejections.KeyTaken(order.Key) : new Rejection("Common.ChangedByAnother");
        }
    }

    private async Task<Result<int>> MakeAsync(LoyaltyDbContext db, Actor actor, Order order, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var plan = new SubscriptionPlan { Key = order.Key, Name = order.Name.Trim(), IsSold = order.IsSold, CreatedAt = now };
        plan.Versions.Add(new PlanVersion { Number = 1, From = now, Terms = order.Terms, Author = actor.Name });
        db.SubscriptionPlans.Add(plan);
        await db.SaveChangesAsync(ct);
        db.AuditEntries.Add(Audit(actor, plan.Id, AuditAction.Created, null, Told(order.Name, order.IsSold, order.Terms)));
        await db.SaveChangesAsync(ct);
        return plan.Id;
    }

    private async Task<Result<int>> ChangeAsync(LoyaltyDbContext db, Actor actor, int id, Order order, CancellationToken ct)
    {
        if (await db.SubscriptionPlans.Include(p => p.Versions).SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan)
        {
            return SubscriptionRejections.PlanUnknown(id.ToString(CultureInfo.InvariantCulture));
        }

        if (plan.Version != order.Version)
        {
            return new Rejection("Common.ChangedByAnother");
        }

        var last = plan.Versions.MaxBy(v => v.Number)!;
        var (before, after) = (Told(plan.Name, plan.IsSold, last.Terms), Told(order.Name, order.IsSold, order.Terms));
        if (before == after)
        {
            return plan.Id;
        }

        if (last.Terms != order.Terms)
        {
            plan.Versions.Add(new PlanVersion { PlanId = id, Number = last.Number + 1, From = clock.UtcNow, Terms = order.Terms, Author = actor.Name });
        }

        (plan.Name, plan.IsSold, plan.Version) = (order.Name.Trim(), order.IsSold, plan.Version + 1);
        db.AuditEntries.Add(Audit(actor, id, AuditAction.Changed, before, after));
        await db.SaveChangesAsync(ct);
        return plan.Id;
    }

    private AuditEntry Audit(Actor actor, int id, AuditAction action, string? before, string after) => new()
    {
        At = clock.UtcNow,
        Author = actor.Name,
        Action = action,
        Subject = nameof(SubscriptionPlan),
        SubjectId = id.ToString(CultureInfo.InvariantCulture),
        Before = before,
        After = after,
    };

    private static string Told(string name, bool sold, PlanTerms terms) => JsonSerializer.Serialize(
        new
        {
            Name = name.Trim(),
            PlanSold = sold,
            PlanFee = terms.Fee.Amount.ToString("0.00", CultureInfo.InvariantCulture),
            PlanLength = $"{terms.Length} {(terms.Unit == PeriodUnit.Months ? "M" : "D")}",
            PlanTrialDays = terms.TrialDays,
            PlanGraceDays = terms.GraceDays,
            PlanAccrualRate = terms.Benefits.AccrualRate,
            PlanDiscountPercent = terms.Benefits.DiscountPercent,
            PlanMaximumSharePercent = terms.Benefits.MaximumSharePercent,
            PlanWords = terms.Benefits.Words,
        },
        ConditionsJson.Options);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Key();
}
