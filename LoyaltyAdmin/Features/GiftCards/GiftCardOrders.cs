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
/// Orders of gift cards: placed, paid, told by the delivery partner, cancelled. Paying sells the cards under names of their
/// own, so that a repetition after a fall sells none twice, and leaves the parcel in the outbox with the step.
/// </summary>
public sealed class GiftCardOrders(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, IdSource ids, SellGiftCard sales, GiftCardChange changes, BusinessClock clock)
{
    private const int Attempts = 8;

    /// <summary>An order that was placed.</summary>
    /// <param name="Id">Its number.</param>
    /// <param name="Replayed">Whether it was there before with the same content.</param>
    public sealed record Placed(long Id, bool Replayed);

    /// <summary>Places an order, and pays it where the money is there.</summary>
    public async Task<Result<Placed>> PlaceAsync(Actor actor, GiftCardOrderPlan plan, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        var placed = await TryPlaceAsync(actor, plan, ct);
        return placed.Accepted(out var order, out var rejection) && plan.IsPaid && await PayAsync(actor, order.Id, onlyNew: true, ct) is { } unpaid ? unpaid : rejection is null ? placed : rejection;
    }

    /// <summary>The money is there: sells the cards; null when they are sold.</summary>
    public Task<Rejection?> PayAsync(Actor actor, long id, CancellationToken ct) => PayAsync(actor, id, onlyNew: false, ct);

    /// <summary>What became of the parcel, as the staff knows it; null when it is noted.</summary>
    public async Task<Rejection?> NoteAsync(Actor actor, long id, GiftCardOrderStatus status, string? tracking, string note, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        return (await ReportAsync(actor.Name, id, status, tracking, note, ct)).Rejection;
    }

    /// <summary>What became of the parcel; false where it was known.</summary>
    public async Task<Result<bool>> ReportAsync(string author, long id, GiftCardOrderStatus status, string? tracking, string note, CancellationToken ct)
    {
        if (tracking?.Trim().Length > GiftCardOrder.LongestTracking)
        {
            return new Rejection("GiftCards.TooLong", GiftCardOrder.LongestTracking) { Field = "tracking" };
        }

        Result<bool> reported = false;
        var rejection = await ChangeAsync(
            id,
            (db, order) =>
            {
                reported = order.Report(status, tracking);
                if (reported.Accepted(out var changed, out _) && changed)
                {
                    Step(db, order, author, note);
                    StopTelling(db, order.Id);
                }

                return reported.Rejection;
            },
            ct);
        return rejection is null ? reported : rejection;
    }

    /// <summary>Cancels an order; its cards are disabled. The answer says what was left on them, to be paid back.</summary>
    public async Task<Result<Money>> CancelAsync(Actor actor, long id, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        if (reason.Trim().Length is < 3 or > 1000)
        {
            return new Rejection("GiftCards.ReasonMissing", 1000) { Field = "reason" };
        }

        var rejection = await ChangeAsync(
            id,
            (db, order) =>
            {
                if (order.Cancel() is { } no)
                {
                    return no;
                }

                Step(db, order, actor.Name, reason.Trim());
                StopTelling(db, order.Id);
                return null;
            },
            ct);
        return rejection is null ? await DisableAsync(actor, id, reason.Trim(), ct) : rejection;
    }

    /// <summary>Tries again to tell the partner of a parcel that was given up; null when it waits again.</summary>
    public async Task<Rejection?> TellAgainAsync(Actor actor, long id, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var waiting = await db.DeliveryMessages.Where(m => m.OrderId == id && m.GivenUpAt != null)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.GivenUpAt, (DateTime?)null).SetProperty(m => m.Attempts, 0).SetProperty(m => m.NextAt, now), ct);
        return waiting > 0 ? null : new Rejection("GiftCards.NothingToTell");
    }

    private async Task<Result<Placed>> TryPlaceAsync(Actor actor, GiftCardOrderPlan plan, CancellationToken ct)
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
            Step(db, order, actor.Name, "");
            try
            {
                await db.SaveChangesAsync(ct);
                return new Placed(order.Id, Replayed: false);
            }
            catch (Exception e) when (attempt < Attempts && (sql.IsUniqueViolation(e) || sql.IsTransient(e)))
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

    private async Task<Rejection?> PayAsync(Actor actor, long id, bool onlyNew, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            if (await db.GiftCardOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } order)
            {
                return Unknown(id);
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
            return await ChangeAsync(
                id,
                (work, current) =>
                {
                    if (current.Pay(series.IsVirtual, clock.UtcNow) is { } no)
                    {
                        return onlyNew ? null : no;
                    }

                    Step(work, current, actor.Name, "");
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

    private async Task<Result<Money>> DisableAsync(Actor actor, long id, string reason, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var cards = await db.GiftCards.WhereBegins(sql, c => c.OperationId, GiftCardOrder.OperationsOf(id)).Select(c => c.Id).ToListAsync(ct);
        var left = Money.Zero;
        foreach (var card in cards)
        {
            var result = await changes.RunAsync<Disabled>(
                actor.Name, all => all.Where(c => c.Id == card), work => new Disabled(work.Ledger.Disable(work.Context with { Reason = reason })), ct);
            if (!result.Accepted(out var disabled, out var rejection))
            {
                return rejection;
            }

            left += disabled.Left;
        }

        return left;
    }

    private async Task<Rejection?> ChangeAsync(long id, Func<LoyaltyDbContext, GiftCardOrder, Rejection?> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.GiftCardOrders.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } order)
            {
                return Unknown(id);
            }

            if (change(db, order) is { } rejection)
            {
                return rejection;
            }

            try
            {
                await db.SaveChangesAsync(ct);
                return null;
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Somebody else told something of the same order: look again.
            }
        }
    }

    private void Step(LoyaltyDbContext db, GiftCardOrder order, string author, string note) => db.Add(new GiftCardOrderStep
    {
        OrderId = order.Id,
        At = clock.UtcNow,
        Status = order.Status,
        Author = author,
        Note = note.Trim()[..Math.Min(note.Trim().Length, 1000)],
    });

    /// <summary>The partner knows of the parcel, or it does not go: nothing is to be told any more.</summary>
    private static void StopTelling(LoyaltyDbContext db, long order)
    {
        foreach (var message in db.DeliveryMessages.Where(m => m.OrderId == order && m.NextAt != null))
        {
            message.NextAt = null;
        }
    }

    private static Rejection Unknown(long id) => new("GiftCards.OrderUnknown", id);

    private sealed record Disabled(Money Left);
}
