using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Changes one order, again from the start where somebody else changed it at the same time, and writes its steps.</summary>
public sealed class GiftCardOrderChange(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>How often a change is tried that somebody else came in between of.</summary>
    public const int Attempts = 8;

    /// <summary>Changes an order; null when it is changed.</summary>
    /// <param name="id">The order.</param>
    /// <param name="change">Changes it, and says why not.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Rejection?> RunAsync(long id, Func<LoyaltyDbContext, GiftCardOrder, Rejection?> change, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.GiftCardOrders.SingleOrDefaultAsync(o => o.Id == id, ct) is not { } order)
            {
                return GiftCardRejections.OrderUnknown(id);
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

    /// <summary>Notes where an order stands now.</summary>
    public void Step(LoyaltyDbContext db, GiftCardOrder order, string author, string note) => db.Add(new GiftCardOrderStep
    {
        OrderId = order.Id,
        At = clock.UtcNow,
        Status = order.Status,
        Author = author,
        Note = note.Trim()[..Math.Min(note.Trim().Length, 1000)],
    });

    /// <summary>The partner knows of the parcel, or it does not go: nothing is to be told any more.</summary>
    public static void StopTelling(LoyaltyDbContext db, long order)
    {
        foreach (var message in db.DeliveryMessages.Where(m => m.OrderId == order && m.NextAt != null))
        {
            message.NextAt = null;
        }
    }
}
