using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Makes a card name nobody at the till, and gives it back; each with a reason.</summary>
public sealed class BlockCard(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Null when the card is blocked now.</summary>
    public Task<Rejection?> BlockAsync(Actor actor, int cardId, string reason, CancellationToken ct) =>
        SetAsync(actor, cardId, CardStatus.Blocked, reason, ct);

    /// <summary>Null when the card is active now.</summary>
    public Task<Rejection?> UnblockAsync(Actor actor, int cardId, string reason, CancellationToken ct) =>
        SetAsync(actor, cardId, CardStatus.Active, reason, ct);

    private async Task<Rejection?> SetAsync(Actor actor, int cardId, CardStatus status, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        if (BlockReason.Check(reason) is { } rejection)
        {
            return rejection;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Cards.SingleOrDefaultAsync(c => c.Id == cardId, ct) is not { } card)
        {
            return new Rejection("Members.CardUnknown");
        }

        card.Status = status;
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        await db.SaveChangesAsync(ct);
        return null;
    }
}
