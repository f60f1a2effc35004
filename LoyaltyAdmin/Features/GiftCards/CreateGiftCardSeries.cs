using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Makes a series with its unsold cards at once: all of them or none. The audit holds the series, not each card.</summary>
public sealed class CreateGiftCardSeries(IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>The number of the series, or the first thing that is wrong.</summary>
    public async Task<Result<long>> ExecuteAsync(Actor actor, GiftCardSeriesPlan plan, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        if (plan.Check() is [var problem, ..])
        {
            return problem;
        }

        var series = Series(actor, plan);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (!await db.GiftCardDesigns.AnyAsync(d => d.Id == plan.DesignId, ct))
            {
                return new Rejection("GiftCards.DesignUnknown") { Field = "design" };
            }

            // A till must tell a gift card from a member's card by its number.
            if (await db.CardSeries.AnyAsync(s => s.Prefix == series.Prefix && s.Length == series.Length, ct))
            {
                return new Rejection("GiftCards.PrefixTaken", series.Prefix) { Field = "prefix" };
            }

            try
            {
                await WriteAsync(db, actor, series, Cards(series), ct);
                return series.Id;
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // A card with one of the codes came in between: make others.
            }
        }
    }

    private GiftCardSeries Series(Actor actor, GiftCardSeriesPlan plan) => new()
    {
        Id = ids.Next<GiftCardSeries>(),
        Name = plan.Codes.Name,
        DesignId = plan.DesignId,
        Prefix = plan.Codes.Prefix,
        Length = plan.Length,
        IsVirtual = plan.IsVirtual,
        HasPin = plan.HasPin,
        Nominal = Money.Of(plan.Nominal ?? 0),
        Minimum = Money.Of(plan.Nominal is null ? plan.Minimum : 0),
        Maximum = Money.Of(plan.Nominal is null ? plan.Maximum : 0),
        TermMonths = plan.TermMonths,
        GraceDays = plan.GraceDays,
        Count = plan.Count,
        CreatedAt = clock.UtcNow,
        CreatedBy = actor.Name,
    };

    private List<GiftCard> Cards(GiftCardSeries series)
    {
        var middles = new HashSet<string>(series.Count, StringComparer.Ordinal);
        while (middles.Count < series.Count)
        {
            middles.Add(RandomCardNumber.Middle(series.Middle));
        }

        return [.. middles.Select(middle => SellGiftCard.New(series, middle, ids))];
    }

    private async Task WriteAsync(LoyaltyDbContext db, Actor actor, GiftCardSeries series, List<GiftCard> cards, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.GiftCardSeries.Add(series);
        db.Author = actor.Name;
        await db.SaveChangesAsync(ct);
        await sql.InsertAsync(db, cards, ct);
        await transaction.CommitAsync(ct);
    }
}
