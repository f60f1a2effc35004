using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Tells which of a member's names belongs to another member already. The unique indexes have the last word.</summary>
internal static class KeysInUse
{
    /// <summary>Null where all are free, or the first that is taken with the member whom it names, or a card that cannot be given.</summary>
    /// <param name="db">The tables.</param>
    /// <param name="profile">Normalised.</param>
    /// <param name="card">Normalised; null for none.</param>
    /// <param name="except">The member whose own names they may be.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Rejection?> FindAsync(LoyaltyDbContext db, MemberProfile profile, string? card, long? except, CancellationToken ct)
    {
        var others = db.Members.AsNoTracking().Where(m => m.Id != except);
        if (profile.ExternalId is { } externalId
            && await others.Where(m => m.ExternalId == externalId).Select(m => m.MergedIntoId ?? m.Id).FirstOrDefaultAsync(ct) is > 0 and var sameId)
        {
            return ExternalIdTaken(externalId, sameId);
        }

        if (profile.Phone is { } phone && await others.Where(m => m.Phone == phone).Select(m => m.MergedIntoId ?? m.Id).FirstOrDefaultAsync(ct) is > 0 and var samePhone)
        {
            return new Rejection("Members.PhoneTaken", phone, samePhone) { Field = "phone" };
        }

        if (profile.Email is { } email && await others.Where(m => m.Email == email).Select(m => m.MergedIntoId ?? m.Id).FirstOrDefaultAsync(ct) is > 0 and var sameEmail)
        {
            return new Rejection("Members.EmailTaken", email, sameEmail) { Field = "email" };
        }

        return card is null ? null : await CardIntake.CheckAsync(db, card, ct);
    }

    public static Rejection ExternalIdTaken(string externalId, long memberId) =>
        new("Members.ExternalIdTaken", externalId, memberId) { Field = "externalId" };
}
