using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Gives numbers of cards to members: a free card that waits under the number, or a new one where the number is unknown. The
/// unique index and the card's own state have the last word.
/// </summary>
internal static class CardIntake
{
    /// <summary>Why a normalised number cannot be given to a member; null where it can.</summary>
    public static async Task<Rejection?> CheckAsync(LoyaltyDbContext db, string number, CancellationToken ct)
    {
        var known = await db.Cards.AsNoTracking().Where(c => c.Number == number).Select(c => new KnownCard(c.MemberId, c.Status)).SingleOrDefaultAsync(ct);
        return Judge(number, known, known is null ? await db.CardSeries.AsNoTracking().Where(s => s.Length == number.Length).ToListAsync(ct) : []);
    }

    /// <summary>
    /// Why a normalised number cannot be given to a member; null where it can. A number that no card has, that looks as those of
    /// a series and fails its check digit was read or typed wrong.
    /// </summary>
    public static Rejection? Judge(string number, KnownCard? known, IReadOnlyCollection<CardSeries> series)
    {
        var alike = known is null ? series.Where(s => s.Covers(number)).ToList() : [];
        return known switch
        {
            null when alike.Count > 0 && !alike.Exists(s => s.Admits(number)) =>
                new Rejection("Members.CardCheckDigitWrong", number, alike[0].Name) { Field = "card" },
            null or { MemberId: null, Status: CardStatus.Free } => null,
            { MemberId: { } holder } => new Rejection("Members.CardTaken", number, holder) { Field = "card" },
            _ => new Rejection("Members.CardBlocked", number) { Field = "card" },
        };
    }

    /// <summary>Has the number given to the member with the next save, which fails where another was first.</summary>
    public static async Task<Card> GiveAsync(LoyaltyDbContext db, string number, long memberId, bool isVirtual, DateTime now, CancellationToken ct)
    {
        if (await db.Cards.SingleOrDefaultAsync(c => c.Number == number && c.MemberId == null && c.Status == CardStatus.Free, ct) is { } free)
        {
            free.IssueTo(memberId, now);
            return free;
        }

        var card = new Card { MemberId = memberId, Number = number, IsVirtual = isVirtual, IssuedAt = now };
        db.Cards.Add(card);
        return card;
    }

    /// <summary>A number that is a card already: who has it and whether it can be given.</summary>
    public sealed record KnownCard(long? MemberId, CardStatus Status);
}
