using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// Notes that an order is paid: sells its cards under names of their own, so that a repetition after a fall sells none twice,
/// and leaves the parcel in the outbox with the step.
/// </summary>
public sealed class PayGiftCardOrder(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, IdSource ids, SellGiftCard sales, GiftCardOrderChange changes, BusinessClock clock)
{
    /// <summary>The money is there: sells the cards; null when they are sold.</summary>
    public Task<Rejection?> ExecuteAsync(Actor actor, long id, CancellationToken ct) => PayAsync(actor, id, onlyNew: false, ct);

    /// <summary>Pays an order with its placing; null too where it is paid already.</summary>
    internal Task<Rejection?> PayNewAsync(Actor actor, long id, CancellationToken ct) => PayAsync(actor, id, onlyNew: true, ct);

    private async Task<Rejection?> PayAsync(Actor actor, long id, bool onlyNew, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            if (await db.GiftCardOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } order)
            {
                return GiftCardRejections.OrderUnknown(id);
            }

            if (order.Status != GiftCardOrderStatus.New)
            {
                return onlyNew ? null : new Rejection($"GiftCards.Order{order.Status}Conflict", order.Key);
            }

            var series = await db.GiftCardSeries.AsNoTracking().SingleAsync(s => s.Id == order.SeriesId, ct);
            if (!series.IsVirtual && await MissingAsync(db, order, ct))
            {
                return new Rejection("GiftCards.NoStock", series.Name) { Field = "count" };
            }

            for (var number = 1; number <= order.Count; number++)
            {
                var sale = new GiftCardSale
                {
                    OperationId = GiftCardOrder.OperationOf(id, number),
                    SeriesId = order.SeriesId,
                    FromStock = true,
                    Amount = order.Amount.Amount,
                    GivenBy = order.GivenBy,
                    GivenTo = order.GivenTo,
                    Words = order.Words,
                    Channel = order.Channel,
                };
                if ((await sales.ExecuteAsync(actor, sale, ct)).Rejection is { } unsold)
                {
                    return unsold;
                }
            }

            var message = series.IsVirtual ? null : Message(order);
            return await changes.RunAsync(
                id,
                (work, current) =>
                {
                    if (current.Pay(series.IsVirtual, clock.UtcNow) is { } no)
                    {
                        return onlyNew ? null : no;
                    }

                    changes.Step(work, current, actor.Name, "");
                    if (message is not null)
                    {
                        work.Add(message);
                    }

                    return null;
                },
                ct);
        }
    }

    /// <summary>Whether the stock of the series is too small for what is not sold of the order yet.</summary>
    private async Task<bool> MissingAsync(LoyaltyDbContext db, GiftCardOrder order, CancellationToken ct) =>
        order.Count > await db.GiftCards.CountAsync(c => c.SeriesId == order.SeriesId && c.Status == GiftCardStatus.Issued, ct)
            + await db.GiftCards.WhereBegins(sql, c => c.OperationId, GiftCardOrder.OperationsOf(order.Id)).CountAsync(ct);

    /// <summary>The partner learns who gets how many envelopes where, and no code.</summary>
    private DeliveryMessage Message(GiftCardOrder order) => new()
    {
        Id = ids.Next<DeliveryMessage>(),
        OrderId = order.Id,
        Key = string.Create(CultureInfo.InvariantCulture, $"gift-card-order-{order.Id}"),
        Body = JsonSerializer.Serialize(
            new { id = order.Id, orderId = order.Key, recipient = order.Recipient, phone = order.RecipientPhone, address = order.Address, cards = order.Count },
            JsonSerializerOptions.Web),
        CreatedAt = clock.UtcNow,
        NextAt = clock.UtcNow,
    };
}
