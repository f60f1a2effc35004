using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What becomes of the parcel of an order, as the staff or the delivery partner tells.</summary>
public sealed class FollowGiftCardOrder(IDbContextFactory<LoyaltyDbContext> databases, GiftCardOrderChange changes, BusinessClock clock)
{
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
        var rejection = await changes.RunAsync(
            id,
            (db, order) =>
            {
                reported = order.Report(status, tracking);
                if (reported.Accepted(out var changed, out _) && changed)
                {
                    changes.Step(db, order, author, note);
                    GiftCardOrderChange.StopTelling(db, order.Id);
                }

                return reported.Rejection;
            },
            ct);
        return rejection is null ? reported : rejection;
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
}
