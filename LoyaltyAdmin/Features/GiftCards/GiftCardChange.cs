using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Changes one card outside of a receipt: reads it, asks its ledger, writes it; begins again where someone else was first.</summary>
public sealed class GiftCardChange(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, GiftCardLoader loader, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 8;

    /// <summary>A card at work.</summary>
    /// <param name="Db">Writes with the card what else belongs to the change.</param>
    /// <param name="Ledger">The card.</param>
    /// <param name="Context">Now, here, by the author.</param>
    public sealed record Work(LoyaltyDbContext Db, GiftCardLedger Ledger, GiftCardContext Context);

    /// <summary>Runs a change on the card that a query finds; <c>GiftCards.CardUnknown</c> where it finds none.</summary>
    /// <param name="author">The person, key or job.</param>
    /// <param name="find">Which card; of several the first.</param>
    /// <param name="change">Asks the ledger; may run again.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<Result<T>> RunAsync<T>(
        string author, Func<IQueryable<GiftCard>, IQueryable<GiftCard>> find, Func<Work, Result<T>> change, CancellationToken ct)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await find(db.GiftCards.AsNoTracking()).OrderBy(c => c.Id).FirstOrDefaultAsync(ct) is not { } card)
            {
                return new Rejection("GiftCards.CardUnknown", "");
            }

            var (now, calendar) = (clock.UtcNow, (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow));
            var ledger = (await loader.OpenAsync(db, [card], now, calendar, ct))[0];
            var result = change(new Work(db, ledger, new GiftCardContext { At = now, Day = calendar.DayOf(now), Author = author }));
            if (!ledger.HasChanged || await WriteAsync(db, ledger, ct))
            {
                return result;
            }

            if (attempt == Attempts)
            {
                return new Rejection("Common.ChangedByAnother");
            }
        }
    }

    private async Task<bool> WriteAsync(LoyaltyDbContext db, GiftCardLedger ledger, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (!await GiftCardWriter.WriteAsync(db, sql, [ledger], ct))
            {
                return false;
            }

            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception e) when (sql.IsTransient(e) || sql.IsUniqueViolation(e))
        {
            return false;
        }
    }
}
