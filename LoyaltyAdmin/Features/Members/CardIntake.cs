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
        var known = await db.Cards.AsNoTracking().Where(c => c.Number == number).Select(c => new { c.MemberId, c.Status }).SingleOrDefaultAsync(ct);
        return known switch
        {
            null => await CheckUnknownAsync(db, number, ct),
            { MemberId: { } holder } => new Rejection("Members.CardTaken", number, holder) { Field = "card" },
            { Status: CardStatus.Free } => null,
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

    /// <summary>A number that looks as those of a series and fails its check digit was read or typed wrong.</summary>
    private static async Task<Rejection?> CheckUnknownAsync(LoyaltyDbContext db, string number, CancellationToken ct)
    {
        var alike = (await db.CardSeries.AsNoTracking().Where(s => s.Length == number.Length).ToListAsync(ct)).FindAll(s => s.Covers(number));
        return alike.Count == 0 || alike.Exists(s => s.Admits(number))
            ? null
            : new Rejection("Members.CardCheckDigitWrong", number, alike[0].Name) { Field = "card" };
    }
}
