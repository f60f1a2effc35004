using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Gives a member a virtual card; who has one keeps it, however often it is asked.</summary>
public sealed class IssueVirtualCard(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, VirtualCards cards)
{
    private const int Attempts = 5;

    /// <summary>The number of the member's virtual card, or why not.</summary>
    public async Task<Result<string>> ExecuteAsync(Actor actor, long memberId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
            {
                return new Rejection("Members.Unknown", memberId);
            }

            if (member.MergedIntoId is { } survivor)
            {
                return new Rejection("Members.Merged", survivor);
            }

            var virtuals = db.Cards.Where(c => c.MemberId == memberId && c.IsVirtual && c.Status == CardStatus.Active);
            if (await virtuals.OrderBy(c => c.Id).Select(c => c.Number).FirstOrDefaultAsync(ct) is { } number)
            {
                return number;
            }

            var card = await cards.GiveAsync(db, actor, memberId, fresh: attempt > 2, ct);

            // Two who ask at once for one member change the same member, so that only one card is given.
            member.Version++;
            db.Author = actor.Name;
            try
            {
                await db.SaveChangesAsync(ct);
                return card.Number;
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || sql.IsUniqueViolation(exception)))
            {
                // Another took the number, the series or the turn: look again.
            }
        }
    }
}
