using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>
/// Makes a club or changes one. Other benefits hold for purchases from the moment they are saved; the term of a place stays
/// as it was given until the next renewal, and fewer seats send nobody away.
/// </summary>
public sealed partial class SaveClub(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>What is wanted.</summary>
    public sealed record Order
    {
        /// <summary>The club to change; null to make one.</summary>
        public int? Id { get; init; }

        /// <summary>The version that was on the screen.</summary>
        public int Version { get; init; }

        /// <summary>Of a new club.</summary>
        public string Key { get; init; } = "";

        public required string Name { get; init; }

        public bool IsOpen { get; init; } = true;

        public required ClubTerms Terms { get; init; }
    }

    /// <summary>What is wrong with an order, each with its field.</summary>
    public static IReadOnlyList<Rejection> Check(Order order)
    {
        var wrong = order.Terms.Check().ToList();
        if (order.Name.Trim().Length is 0 or > Club.LongestName)
        {
            wrong.Add(new Rejection("Clubs.NameMissing", Club.LongestName) { Field = "name" });
        }

        if (order.Id is null && !Key().IsMatch(order.Key))
        {
            wrong.Add(new Rejection("Clubs.KeyMalformed") { Field = "key" });
        }

        return wrong;
    }

    /// <summary>The club's number, or the first thing that is wrong.</summary>
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
            return order.Id is null ? ClubRejections.KeyTaken(order.Key) : new Rejection("Common.ChangedByAnother");
        }
    }

    private async Task<Result<int>> MakeAsync(LoyaltyDbContext db, Actor actor, Order order, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var club = new Club { Key = order.Key, Name = order.Name.Trim(), IsOpen = order.IsOpen, CreatedAt = now };
        club.Versions.Add(new ClubVersion { Number = 1, From = now, Terms = order.Terms, Author = actor.Name });
        db.Clubs.Add(club);
        await db.SaveChangesAsync(ct);
        db.AuditEntries.Add(Audit(actor, club.Id, AuditAction.Created, null, Told(order)));
        await db.SaveChangesAsync(ct);
        return club.Id;
    }

    private async Task<Result<int>> ChangeAsync(LoyaltyDbContext db, Actor actor, int id, Order order, CancellationToken ct)
    {
        if (await db.Clubs.Include(c => c.Versions).SingleOrDefaultAsync(c => c.Id == id, ct) is not { } club)
        {
            return ClubRejections.ClubUnknown(id);
        }

        if (club.Version != order.Version)
        {
            return new Rejection("Common.ChangedByAnother");
        }

        var last = club.Versions.MaxBy(v => v.Number)!;
        var (before, after) = (Told(new Order { Name = club.Name, IsOpen = club.IsOpen, Terms = last.Terms }), Told(order));
        if (before == after)
        {
            return club.Id;
        }

        if (last.Terms != order.Terms)
        {
            club.Versions.Add(new ClubVersion { ClubId = id, Number = last.Number + 1, From = clock.UtcNow, Terms = order.Terms, Author = actor.Name });
        }

        (club.Name, club.IsOpen, club.Version) = (order.Name.Trim(), order.IsOpen, club.Version + 1);
        db.AuditEntries.Add(Audit(actor, id, AuditAction.Changed, before, after));
        await db.SaveChangesAsync(ct);
        return club.Id;
    }

    private AuditEntry Audit(Actor actor, int id, AuditAction action, string? before, string after) => new()
    {
        At = clock.UtcNow,
        Author = actor.Name,
        Action = action,
        Subject = nameof(Club),
        SubjectId = id.ToString(CultureInfo.InvariantCulture),
        Before = before,
        After = after,
    };

    private static string Told(Order order) => JsonSerializer.Serialize(
        new
        {
            Name = order.Name.Trim(),
            ClubOpen = order.IsOpen,
            ClubHidden = order.Terms.IsHidden,
            ClubByInvitation = order.Terms.ByInvitation,
            ClubThreshold = order.Terms.Threshold is { } t ? $"{t.Amount.ToString("0.##", CultureInfo.InvariantCulture)} / {t.Months} M ({t.Metric})" : null,
            ClubTermMonths = order.Terms.TermMonths,
            ClubRenewal = order.Terms.Renewal.ToString(),
            ClubSeats = order.Terms.Seats,
            ClubInvitationDays = order.Terms.InvitationDays,
            PlanAccrualRate = order.Terms.Benefits.AccrualRate,
            PlanDiscountPercent = order.Terms.Benefits.DiscountPercent,
            PlanMaximumSharePercent = order.Terms.Benefits.MaximumSharePercent,
            PlanWords = order.Terms.Benefits.Words,
        },
        ConditionsJson.Options);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex Key();
}
