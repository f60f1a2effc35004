using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Finds a number for a member's virtual card: one that waits free in a virtual series, or a new one of the series that is made
/// on demand, which comes into being with its first card.
/// </summary>
public sealed class VirtualCards(IdSource ids, BusinessClock clock, IStringLocalizer<MembersText> text)
{
    private const string Prefix = "2990";
    private const int Length = 16;
    private const int Middle = 11;

    /// <summary>Has a virtual card given to the member with the next save, which fails where another took the number first.</summary>
    /// <param name="db">The tables; nothing is written yet.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="memberId">Who gets it.</param>
    /// <param name="fresh">Whether to pass the waiting ones by, as others are taking them at the same time.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Card> GiveAsync(LoyaltyDbContext db, Actor actor, long memberId, bool fresh, CancellationToken ct)
    {
        var free = fresh
            ? null
            : await db.Cards.Where(c => c.MemberId == null && c.IsVirtual && c.Status == CardStatus.Free).OrderBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (free is not null)
        {
            free.IssueTo(memberId, clock.UtcNow);
            return free;
        }

        var series = await db.CardSeries.SingleOrDefaultAsync(s => s.Numbering == CardNumbering.OnDemand, ct) ?? Begin(db, actor);
        var card = new Card
        {
            MemberId = memberId,
            Number = RandomCardNumber.Of(series, Middle),
            IsVirtual = true,
            SeriesId = series.Id,
            IssuedAt = clock.UtcNow,
        };
        db.Cards.Add(card);
        return card;
    }

    private CardSeries Begin(LoyaltyDbContext db, Actor actor)
    {
        var series = new CardSeries
        {
            Id = ids.Next<CardSeries>(),
            Name = text["VirtualSeries"],
            Prefix = Prefix,
            Length = Length,
            HasCheckDigit = true,
            IsVirtual = true,
            Numbering = CardNumbering.OnDemand,
            CreatedAt = clock.UtcNow,
            CreatedBy = actor.Name,
            Cards = 0,
        };
        db.CardSeries.Add(series);
        return series;
    }
}
