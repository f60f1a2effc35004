using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Places orders of gift cards. The same order twice is placed once.</summary>
public sealed class PlaceGiftCardOrder(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, IdSource ids, PayGiftCardOrder payments, GiftCardOrderChange changes, BusinessClock clock)
{
    /// <summary>An order that was placed.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Replayed">Whether it was there before with the same content.</param>
    public sealed record Placed(long Id, bool Replayed);

    /// <summary>Places an order, and pays it where the money is there.</summary>
    public async Task<Result<Placed>> ExecuteAsync(Actor actor, GiftCardOrderPlan plan, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        var placed = await PlaceAsync(actor, plan, ct);
        if (!placed.Accepted(out var order, out _) || !plan.IsPaid)
        {
            return placed;
        }

        return await payments.PayNewAsync(actor, order.Id, ct) is { } unpaid ? unpaid : placed;
    }

    private async Task<Result<Placed>> PlaceAsync(Actor actor, GiftCardOrderPlan plan, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.GiftCardOrders.AsNoTracking().Where(o => o.Key == plan.Key).Select(o => new { o.Id, o.PayloadHash }).SingleOrDefaultAsync(ct) is { } known)
            {
                return known.PayloadHash == plan.Hash() ? new Placed(known.Id, Replayed: true) : new Rejection("GiftCards.PayloadConflict", plan.Key) { Field = "orderId" };
            }

            if (await db.GiftCardSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == plan.SeriesId, ct) is not { } series)
            {
                return new Rejection("GiftCards.SeriesUnknown") { Field = "series" };
            }

            if (plan.Check(series) is { } wrong)
            {
                return wrong;
            }

            var order = New(plan, series);
            db.Add(order);
            changes.Step(db, order, actor.Name, "");
            try
            {
                await db.SaveChangesAsync(ct);
                return new Placed(order.Id, Replayed: false);
            }
            catch (Exception e) when (attempt < GiftCardOrderChange.Attempts && (sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // The same order came in at the same time: it is there now.
            }
        }
    }

    private GiftCardOrder New(GiftCardOrderPlan plan, GiftCardSeries series) => new()
    {
        Id = ids.Next<GiftCardOrder>(),
        Key = plan.Key,
        PayloadHash = plan.Hash(),
        SeriesId = series.Id,
        Amount = Money.Of(plan.Amount ?? series.Nominal.Amount),
        Count = plan.Count,
        Buyer = plan.Buyer.Trim(),
        BuyerContact = plan.BuyerContact.Trim(),
        Recipient = series.IsVirtual ? "" : plan.Recipient.Trim(),
        RecipientPhone = series.IsVirtual ? "" : plan.RecipientPhone.Trim(),
        Address = series.IsVirtual ? "" : plan.Address.Trim(),
        GivenBy = plan.GivenBy.Trim(),
        GivenTo = plan.GivenTo.Trim(),
        Words = plan.Words.Trim(),
        Channel = plan.Channel,
        CreatedAt = clock.UtcNow,
    };
}
