using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Cancels orders of gift cards; what was sold of them is disabled.</summary>
public sealed class CancelGiftCardOrder(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, GiftCardChange cards, GiftCardOrderChange changes)
{
    /// <summary>Cancels an order; its cards are disabled. The answer says what was left on them, to be paid back.</summary>
    public async Task<Result<Money>> ExecuteAsync(Actor actor, long id, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        if (reason.Trim().Length is < 3 or > 1000)
        {
            return new Rejection("GiftCards.ReasonMissing", 1000) { Field = "reason" };
        }

        var rejection = await changes.RunAsync(
            id,
            (db, order) =>
            {
                if (order.Cancel() is { } no)
                {
                    return no;
                }

                changes.Step(db, order, actor.Name, reason.Trim());
                GiftCardOrderChange.StopTelling(db, order.Id);
                return null;
            },
            ct);
        return rejection is null ? await DisableAsync(actor, id, reason.Trim(), ct) : rejection;
    }

    private async Task<Result<Money>> DisableAsync(Actor actor, long id, string reason, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var sold = await db.GiftCards.WhereBegins(sql, c => c.OperationId, GiftCardOrder.OperationsOf(id)).Select(c => c.Id).ToListAsync(ct);
        var left = Money.Zero;
        foreach (var card in sold)
        {
            var result = await cards.RunAsync<Disabled>(
                actor.Name, all => all.Where(c => c.Id == card), work => new Disabled(work.Ledger.Disable(work.Context with { Reason = reason })), ct);
            if (!result.Accepted(out var disabled, out var rejection))
            {
                return rejection;
            }

            left += disabled.Left;
        }

        return left;
    }

    private sealed record Disabled(Money Left);
}
