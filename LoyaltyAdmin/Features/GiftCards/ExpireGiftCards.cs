using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// Ends the cards whose last day is over, a thousand at once. Tills refuse them from that midnight on, whether or not this has
/// come by; what an open hold has set aside in time waits for it.
/// </summary>
public sealed class ExpireGiftCards(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, GiftCardLoader loader, ProgramTimelines timelines, BusinessClock clock)
{
    public const string JobKey = "expire-gift-cards";
    private const int CardsPerBatch = 1_000;

    /// <summary>How many cards ended and what was left on them, in hundredths.</summary>
    public sealed record Outcome(int Cards, long Money);

    public async Task<Outcome> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var (cards, money, last) = (0, 0L, 0L);
        while (await BatchAsync(actor, last, ct) is { } batch)
        {
            (cards, money, last) = (cards + batch.Ended.Count, money + batch.Ended.Sum(e => e.NewEntries.Sum(n => n.Amount.Minor)), batch.Last);
            await (progress?.AddAsync(batch.Ended.Count) ?? Task.CompletedTask);
        }

        return new Outcome(cards, money);
    }

    /// <summary>The next batch above an id; null where there is none. A card that somebody moved meanwhile waits for the next night.</summary>
    private async Task<Batch?> BatchAsync(Actor actor, long above, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var due = await db.GiftCards.AsNoTracking()
            .Where(c => (c.Status == GiftCardStatus.Active || c.Status == GiftCardStatus.UsedUp || c.Status == GiftCardStatus.Blocked) && c.ExpiresAt <= now && c.Id > above)
            .Where(c => !db.GiftCardHolds.Any(p => p.CardId == c.Id && db.Holds.Any(h => h.Id == p.HoldId && h.Status == HoldStatus.Open && h.ExpiresAt > now)))
            .OrderBy(c => c.Id).Take(CardsPerBatch).ToListAsync(ct);
        if (due.Count == 0)
        {
            return null;
        }

        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        var ledgers = await loader.OpenAsync(db, due, now, calendar, ct);
        foreach (var ledger in ledgers)
        {
            // The money is gone since the midnight, not since the night's work.
            var at = ledger.Card.ExpiresAt!.Value;
            ledger.Expire(new GiftCardContext { At = at, Day = calendar.DayOf(at.AddTicks(-1)), Author = actor.Name });
        }

        return new Batch(await WriteAsync(db, ledgers, ct), due[^1].Id);
    }

    /// <summary>All at once; where somebody moved one of them meanwhile, one by one without it.</summary>
    private async Task<IReadOnlyList<GiftCardLedger>> WriteAsync(LoyaltyDbContext db, IReadOnlyList<GiftCardLedger> ledgers, CancellationToken ct)
    {
        if (await TryAsync(db, ledgers, ct))
        {
            return ledgers;
        }

        var ended = new List<GiftCardLedger>();
        foreach (var ledger in ledgers)
        {
            if (await TryAsync(db, [ledger], ct))
            {
                ended.Add(ledger);
            }
        }

        return ended;
    }

    private async Task<bool> TryAsync(LoyaltyDbContext db, IReadOnlyList<GiftCardLedger> ledgers, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await GiftCardWriter.WriteAsync(db, sql, ledgers, ct))
        {
            return false;
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private sealed record Batch(IReadOnlyList<GiftCardLedger> Ended, long Last);
}
