using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Orders of gift cards, the latest first, and one of them.</summary>
public sealed class GiftCardOrderQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    public async Task<GiftCardOrderList> ListAsync(Actor actor, GiftCardOrderFilter filter, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Find(db, filter);
        return new GiftCardOrderList(
            await Rows(db, Sorted(found, descending).Skip(page.Skip).Take(page.Take)).ToListAsync(ct),
            await found.CountAsync(ct),
            await db.GiftCardOrders.GroupBy(o => o.Status).Select(g => new { g.Key, Orders = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Orders, ct),
            await db.DeliveryMessages.CountAsync(m => m.GivenUpAt != null, ct));
    }

    /// <summary>All that the filter finds, read as they are written.</summary>
    public async IAsyncEnumerable<GiftCardOrderRow> StreamAsync(
        Actor actor, GiftCardOrderFilter filter, bool descending, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        await foreach (var row in Rows(db, Sorted(Find(db, filter), descending)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return row;
        }
    }

    /// <summary>Null where there is no such order.</summary>
    public async Task<GiftCardOrderDetails?> DetailsAsync(Actor actor, long id, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.GiftCardOrders.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } order)
        {
            return null;
        }

        var cards = await db.GiftCards.AsNoTracking().WhereBegins(sql, c => c.OperationId, GiftCardOrder.OperationsOf(id))
            .OrderBy(c => c.Id).Select(c => new OrderedCard(c.Id, c.Code, c.Status, c.Balance.Minor)).ToListAsync(ct);
        return new GiftCardOrderDetails(
            order,
            await db.GiftCardSeries.AsNoTracking().SingleAsync(s => s.Id == order.SeriesId, ct),
            [.. cards.Select(c => actor.May(Permission.GiftCardsEdit) ? c : c with { Code = GiftCard.Mask(c.Code) })],
            await db.GiftCardOrderSteps.AsNoTracking().Where(s => s.OrderId == id).OrderBy(s => s.Id).ToListAsync(ct),
            await db.DeliveryMessages.AsNoTracking().Where(m => m.OrderId == id).OrderByDescending(m => m.Id).FirstOrDefaultAsync(ct));
    }

    private IQueryable<GiftCardOrder> Find(LoyaltyDbContext db, GiftCardOrderFilter filter)
    {
        var orders = db.GiftCardOrders.AsNoTracking();
        if (filter.Search is { } search)
        {
            orders = orders.WhereBegins(sql, o => o.Key, search);
        }

        return filter.Status is { } status ? orders.Where(o => o.Status == status) : orders;
    }

    private static IQueryable<GiftCardOrder> Sorted(IQueryable<GiftCardOrder> orders, bool descending) =>
        descending ? orders.OrderByDescending(o => o.Id) : orders.OrderBy(o => o.Id);

    private static IQueryable<GiftCardOrderRow> Rows(LoyaltyDbContext db, IQueryable<GiftCardOrder> orders) => orders.Select(o => new GiftCardOrderRow
    {
        Id = o.Id,
        Key = o.Key,
        Status = o.Status,
        Series = db.GiftCardSeries.Where(s => s.Id == o.SeriesId).Select(s => s.Name).First(),
        Count = o.Count,
        Amount = o.Amount.Minor,
        Buyer = o.Buyer,
        Recipient = o.Recipient,
        Tracking = o.Tracking,
        CreatedAt = o.CreatedAt,
        IsStuck = db.DeliveryMessages.Any(m => m.OrderId == o.Id && m.GivenUpAt != null),
    });
}
