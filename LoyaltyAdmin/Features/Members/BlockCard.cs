using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Makes a card name nobody at the till, or a free one go to nobody, and gives it back; each with a reason.</summary>
public sealed class BlockCard(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Null when the card is blocked now.</summary>
    public Task<Rejection?> BlockAsync(Actor actor, int cardId, string reason, CancellationToken ct) =>
        SetAsync(actor, cardId, isBlocked: true, reason, ct);

    /// <summary>Null when the card is active, or free, now.</summary>
    public Task<Rejection?> UnblockAsync(Actor actor, int cardId, string reason, CancellationToken ct) =>
        SetAsync(actor, cardId, isBlocked: false, reason, ct);

    private async Task<Rejection?> SetAsync(Actor actor, int cardId, bool isBlocked, string reason, CancellationToken ct)
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

        if (card.Status == CardStatus.Replaced)
        {
            return new Rejection("Members.CardReplaced", card.Number, card.ReplacedBy ?? "");
        }

        card.Status = isBlocked ? CardStatus.Blocked : card.MemberId is null ? CardStatus.Free : CardStatus.Active;
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }
}
