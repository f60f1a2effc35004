using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Offers;

/// <summary>
/// Makes an offer or changes one, plans and clubs alike: other terms are a version more from now on, a line of the history
/// says before and after, and of two who change one at once the later is told.
/// </summary>
public sealed class SaveOffer(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>The offer's number, or the first thing that is wrong.</summary>
    public async Task<Result<int>> ExecuteAsync<TOffer, TTerms>(Actor actor, OfferOrder<TTerms> order, OfferKind<TOffer, TTerms> kind, CancellationToken ct)
        where TOffer : class, IOffer<TTerms>
        where TTerms : IOfferTerms
    {
        actor.Demand(Permission.PlansEdit);
        if (order.Check(kind.Area) is [var wrong, ..])
        {
            return wrong;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var saved = order.Id is { } id ? await ChangeAsync(db, actor, id, order, kind, ct) : await MakeAsync(db, actor, order, kind, ct);
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
            return order.Id is null ? kind.KeyTaken(order.Key) : new Rejection("Common.ChangedByAnother");
        }
    }

    private async Task<Result<int>> MakeAsync<TOffer, TTerms>(LoyaltyDbContext db, Actor actor, OfferOrder<TTerms> order, OfferKind<TOffer, TTerms> kind, CancellationToken ct)
        where TOffer : class, IOffer<TTerms>
        where TTerms : IOfferTerms
    {
        var now = clock.UtcNow;
        var offer = kind.Make(order.Key, order.Name.Trim(), now);
        offer.IsOpen = order.IsOpen;
        offer.Add(1, now, order.Terms, actor.Name);
        db.Add(offer);
        await db.SaveChangesAsync(ct);
        db.AuditEntries.Add(Audit<TOffer>(actor, offer.Id, AuditAction.Created, null, Told(kind, order.Name, order.IsOpen, order.Terms)));
        await db.SaveChangesAsync(ct);
        return offer.Id;
    }

    private async Task<Result<int>> ChangeAsync<TOffer, TTerms>(
        LoyaltyDbContext db, Actor actor, int id, OfferOrder<TTerms> order, OfferKind<TOffer, TTerms> kind, CancellationToken ct)
        where TOffer : class, IOffer<TTerms>
        where TTerms : IOfferTerms
    {
        if (await kind.All(db).SingleOrDefaultAsync(o => EF.Property<int>(o, nameof(IOffer<TTerms>.Id)) == id, ct) is not { } offer)
        {
            return kind.Unknown(id);
        }

        if (offer.Version != order.Version)
        {
            return new Rejection("Common.ChangedByAnother");
        }

        var last = offer.Versions.MaxBy(v => v.Number)!;
        var (before, after) = (Told(kind, offer.Name, offer.IsOpen, last.Terms), Told(kind, order.Name, order.IsOpen, order.Terms));
        if (before == after)
        {
            return offer.Id;
        }

        if (!last.Terms.Equals(order.Terms))
        {
            offer.Add(last.Number + 1, clock.UtcNow, order.Terms, actor.Name);
        }

        (offer.Name, offer.IsOpen, offer.Version) = (order.Name.Trim(), order.IsOpen, offer.Version + 1);
        db.AuditEntries.Add(Audit<TOffer>(actor, id, AuditAction.Changed, before, after));
        await db.SaveChangesAsync(ct);
        return offer.Id;
    }

    private AuditEntry Audit<TOffer>(Actor actor, int id, AuditAction action, string? before, string after) => new()
    {
        At = clock.UtcNow,
        Author = actor.Name,
        Action = action,
        Subject = typeof(TOffer).Name,
        SubjectId = id.ToString(CultureInfo.InvariantCulture),
        Before = before,
        After = after,
    };

    private static string Told<TOffer, TTerms>(OfferKind<TOffer, TTerms> kind, string name, bool isOpen, TTerms terms)
        where TOffer : class, IOffer<TTerms>
        where TTerms : IOfferTerms
    {
        var benefits = terms.Benefits;
        (string, object?)[] told =
        [
            ("Name", name.Trim()),
            .. kind.Facts(isOpen, terms),
            ("PlanAccrualRate", benefits.AccrualRate),
            ("PlanDiscountPercent", benefits.DiscountPercent),
            ("PlanMaximumSharePercent", benefits.MaximumSharePercent),
            ("PlanWords", benefits.Words),
        ];

        // As settings are written: names begin small.
        return JsonSerializer.Serialize(told.ToDictionary(f => JsonNamingPolicy.CamelCase.ConvertName(f.Item1), f => f.Item2), ConditionsJson.Options);
    }
}
