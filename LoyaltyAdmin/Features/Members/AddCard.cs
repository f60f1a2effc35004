using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Gives a member one more card: a free one of a series, or one that comes by itself.</summary>
public sealed class AddCard(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const int Attempts = 3;

    /// <summary>The card's number as it is kept, or why not.</summary>
    public async Task<Result<string>> ExecuteAsync(Actor actor, long memberId, string number, bool isVirtual, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        if (!CardNumber.Normalise(number).Accepted(out var kept, out var rejection))
        {
            return rejection;
        }

        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Members.Where(m => m.Id == memberId).Select(m => new { m.MergedIntoId }).SingleOrDefaultAsync(ct) is not { } member)
            {
                return new Rejection("Members.Unknown", memberId);
            }

            if (member.MergedIntoId is { } survivor)
            {
                return new Rejection("Members.Merged", survivor);
            }

            if (await CardIntake.CheckAsync(db, kept, ct) is { } refused)
            {
                return refused;
            }

            await CardIntake.GiveAsync(db, kept, memberId, isVirtual, clock.UtcNow, ct);
            db.Author = actor.Name;
            try
            {
                await db.SaveChangesAsync(ct);
                return kept;
            }
            catch (DbUpdateException exception) when (attempt < Attempts && (exception is DbUpdateConcurrencyException || sql.IsUniqueViolation(exception)))
            {
                // Another was first with the number: look again whose it is now.
            }
        }
    }
}
