using System.Security.Cryptography;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>
/// Sells a gift card outside of a receipt: a web shop that took the money, or the staff. A virtual card is taken from the
/// stock of its series or made; a plastic one is named by its code.
/// </summary>
public sealed class SellGiftCard(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, IdSource ids, GiftCardLoader loader, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 12;

    /// <summary>What was sold.</summary>
    /// <param name="Card">The card, with its code and secret number.</param>
    /// <param name="LastDay">The last day on which it pays; null without end.</param>
    /// <param name="Replayed">Whether it was sold before under the same operation.</param>
    public sealed record Sold(GiftCard Card, DateOnly? LastDay, bool Replayed);

    /// <summary>Sells one card; the same operation again answers with the same card.</summary>
    public async Task<Result<Sold>> ExecuteAsync(Actor actor, GiftCardSale sale, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        if (sale.Check() is { } wrong)
        {
            return wrong;
        }

        var hash = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sale)));
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
            if (await db.GiftCards.AsNoTracking().SingleOrDefaultAsync(c => c.OperationId == sale.OperationId, ct) is { } known)
            {
                return known.OperationHash == hash
                    ? new Sold(known, known.LastDay(calendar), Replayed: true)
                    : new Rejection("GiftCards.PayloadConflict", sale.OperationId) { Field = "operationId" };
            }

            var chosen = await ChooseAsync(db, sale, ct);
            if (!chosen.Accepted(out var choice, out var rejection))
            {
                return rejection;
            }

            var ledger = (await loader.OpenAsync(db, [choice.Card], clock.UtcNow, calendar, ct))[0];
            var amount = Money.Of(sale.Amount ?? ledger.Series.Nominal.Amount);
            if (ledger.WhyNotSold(amount) is { } no)
            {
                return no with { Field = no.Field == "lines" ? "code" : no.Field };
            }

            var card = ledger.Card;
            (card.OperationId, card.OperationHash) = (sale.OperationId, hash);
            (card.GivenBy, card.GivenTo, card.Words) = (sale.GivenBy.Trim(), sale.GivenTo.Trim(), sale.Words.Trim());
            ledger.Sell(
                amount,
                new GiftCardContext { At = clock.UtcNow, Day = calendar.DayOf(clock.UtcNow), Store = sale.Store, Channel = sale.Channel, Author = actor.Name });
            if (await WriteAsync(db, ledger, choice.IsNew, ct))
            {
                return new Sold(card, ledger.LastDay, Replayed: false);
            }

            if (attempt == Attempts)
            {
                return new Rejection("Common.ChangedByAnother");
            }

            await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
        }
    }

    private async Task<Result<Choice>> ChooseAsync(LoyaltyDbContext db, GiftCardSale sale, CancellationToken ct)
    {
        if (sale.Code is { } text)
        {
            if (!CardNumber.Normalise(text).Accepted(out var code, out _) || !CheckDigit.IsRight(code))
            {
                return new Rejection("GiftCards.CodeInvalid") { Field = "code" };
            }

            return await db.GiftCards.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code && (sale.SeriesId == null || c.SeriesId == sale.SeriesId), ct) is { } named
                ? new Choice(named, IsNew: false)
                : GiftCardRejections.Unknown(code) with { Field = "code" };
        }

        if (sale.SeriesId is not { } seriesId || await db.GiftCardSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, ct) is not { } series)
        {
            return new Rejection("GiftCards.SeriesUnknown") { Field = "series" };
        }

        if (!series.IsVirtual && !sale.FromStock)
        {
            return new Rejection("GiftCards.CodeMissing") { Field = "code" };
        }

        return await db.GiftCards.AsNoTracking().Where(c => c.SeriesId == seriesId && c.Status == GiftCardStatus.Issued).OrderBy(c => c.Id).FirstOrDefaultAsync(ct) is { } free
            ? new Choice(free, IsNew: false)
            : !series.IsVirtual ? new Rejection("GiftCards.NoStock", series.Name) { Field = "count" }
            : new Choice(New(series, RandomCardNumber.Middle(series.Middle), ids), IsNew: true);
    }

    /// <summary>A card that is made now.</summary>
    internal static GiftCard New(GiftCardSeries series, string middle, IdSource ids) => new()
    {
        Id = ids.Next<GiftCard>(),
        Code = series.CodeOf(middle),
        Pin = series.HasPin ? RandomCardNumber.Middle(GiftCard.PinLength) : null,
        SeriesId = series.Id,
    };

    private async Task<bool> WriteAsync(LoyaltyDbContext db, GiftCardLedger ledger, bool isNew, CancellationToken ct)
    {
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            if (isNew)
            {
                await sql.InsertAsync(db, [ledger.Card], ct);
            }

            if (!await GiftCardWriter.WriteAsync(db, sql, [ledger], ct))
            {
                return false;
            }

            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception e) when (sql.IsTransient(e) || sql.IsUniqueViolation(e))
        {
            // The same operation, the same card or the same number at the same time: look again.
            return false;
        }
    }

    private sealed record Choice(GiftCard Card, bool IsNew);
}
