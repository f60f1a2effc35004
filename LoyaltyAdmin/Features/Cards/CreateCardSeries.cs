using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Makes a series of free cards at once: all of them or none. The audit holds the series, not each card.</summary>
public sealed class CreateCardSeries(IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>The number of the series, or the first thing that is wrong.</summary>
    public async Task<Result<long>> ExecuteAsync(Actor actor, CardSeriesPlan wanted, CancellationToken ct)
    {
        actor.Demand(Permission.CardsManage);

        var plan = wanted.Normalise();
        if (plan.Check() is [var problem, ..])
        {
            return problem;
        }

        var series = new CardSeries
        {
            Id = ids.Next<CardSeries>(),
            Name = plan.Name,
            Prefix = plan.Prefix,
            Length = plan.Length,
            HasCheckDigit = plan.HasCheckDigit,
            IsVirtual = plan.IsVirtual,
            Numbering = plan.IsConsecutive ? CardNumbering.Consecutive : CardNumbering.Random,
            CreatedAt = clock.UtcNow,
            CreatedBy = actor.Name,
            Cards = plan.Count,
        };
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var made = plan.IsConsecutive ? await ConsecutiveAsync(db, series, plan, ct) : await RandomAsync(db, series, plan, ct);
            if (!made.Accepted(out var numbers, out var rejection))
            {
                return rejection;
            }

            try
            {
                await WriteAsync(db, sql, actor, series, numbers, ct);
                return series.Id;
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // A card with one of the numbers came in between: make others.
            }
        }
    }

    /// <summary>Writes a series and its free cards in one transaction.</summary>
    internal static async Task WriteAsync(
        LoyaltyDbContext db, SqlProvider sql, Actor actor, CardSeries series, IEnumerable<string> numbers, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.CardSeries.Add(series);
        db.Author = actor.Name;
        await db.SaveChangesAsync(ct);
        await sql.InsertAsync(
            db,
            [.. numbers.Select(number => new Card { Number = number, Status = CardStatus.Free, IsVirtual = series.IsVirtual, SeriesId = series.Id })],
            ct);
        await transaction.CommitAsync(ct);
    }

    private static async Task<Result<IReadOnlyCollection<string>>> RandomAsync(LoyaltyDbContext db, CardSeries series, CardSeriesPlan plan, CancellationToken ct)
    {
        var numbers = new HashSet<string>(plan.Count, StringComparer.Ordinal);
        while (numbers.Count < plan.Count)
        {
            var fresh = new HashSet<string>(StringComparer.Ordinal);
            while (numbers.Count + fresh.Count < plan.Count)
            {
                var number = RandomCardNumber.Of(series, plan.Middle);
                _ = numbers.Contains(number) || fresh.Add(number);
            }

            fresh.ExceptWith(await CardNumbersInUse.AmongAsync(db, fresh, ct));
            numbers.UnionWith(fresh);
        }

        return numbers;
    }

    private async Task<Result<IReadOnlyCollection<string>>> ConsecutiveAsync(LoyaltyDbContext db, CardSeries series, CardSeriesPlan plan, CancellationToken ct)
    {
        var first = plan.First ?? await NextAsync(db, plan, ct);
        if (first > plan.Capacity - plan.Count)
        {
            return new Rejection("Cards.TooManyForLength", plan.Capacity - 1) { Field = "length" };
        }

        var numbers = Enumerable.Range(0, plan.Count).Select(i => series.NumberOf(plan.MiddleOf(first + i))).ToList();
        var taken = await CardNumbersInUse.AmongAsync(db, numbers, ct);
        return taken.Count == 0 ? numbers : new Rejection("Cards.NumbersTaken", taken.Count, taken.Min(StringComparer.Ordinal)!) { Field = "first" };
    }

    /// <summary>One above the last number that looks as these do; 1 where there is none.</summary>
    private async Task<long> NextAsync(LoyaltyDbContext db, CardSeriesPlan plan, CancellationToken ct)
    {
        var last = await db.Cards.WhereBegins(sql, c => c.Number, plan.Prefix).Where(c => c.Number.Length == plan.Length).MaxAsync(c => (string?)c.Number, ct);
        return last is not null && long.TryParse(last.AsSpan(plan.Prefix.Length, plan.Middle), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number + 1
            : 1;
    }
}
