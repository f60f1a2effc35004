using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Puts a new card in the place of a lost or worn one. The old one names nobody any more; points are the member's and stay.</summary>
public sealed class ReplaceCard(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, VirtualCards virtualCards, BusinessClock clock)
{
    /// <summary>The number of the new card, or why not.</summary>
    /// <param name="actor">Who does it.</param>
    /// <param name="cardId">The old card.</param>
    /// <param name="number">The new card's number; blank for a new virtual card, where the old one is virtual.</param>
    /// <param name="reason">Why, in the actor's words.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<string>> ExecuteAsync(Actor actor, int cardId, string? number, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        if (BlockReason.Check(reason) is { } missing)
        {
            return missing;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Cards.SingleOrDefaultAsync(c => c.Id == cardId, ct) is not { } old || old.MemberId is not { } memberId)
        {
            return new Rejection("Members.CardUnknown");
        }

        if (old.Status == CardStatus.Replaced)
        {
            return new Rejection("Members.CardReplaced", old.Number, old.ReplacedBy ?? "");
        }

        if (!(await GiveAsync(db, actor, old, memberId, number, ct)).Accepted(out var card, out var rejection))
        {
            return rejection;
        }

        old.ReplaceBy(card.Number);
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        try
        {
            await db.SaveChangesAsync(ct);
            return card.Number;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || sql.IsUniqueViolation(exception))
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }

    private async Task<Result<Card>> GiveAsync(LoyaltyDbContext db, Actor actor, Card old, long memberId, string? number, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(number))
        {
            return old.IsVirtual
                ? await virtualCards.GiveAsync(db, actor, memberId, fresh: false, ct)
                : new Rejection("Members.CardNumberMissing") { Field = "card" };
        }

        if (!CardNumber.Normalise(number).Accepted(out var kept, out var rejection))
        {
            return rejection;
        }

        return await CardIntake.CheckAsync(db, kept, ct) is { } refused
            ? refused
            : await CardIntake.GiveAsync(db, kept, memberId, isVirtual: false, clock.UtcNow, ct);
    }
}
