using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Gives a member one more card.</summary>
public sealed class AddCard(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    /// <summary>The card's number as it is kept, or why not.</summary>
    public async Task<Result<string>> ExecuteAsync(Actor actor, long memberId, string number, bool isVirtual, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        if (!CardNumber.Normalise(number).Accepted(out var kept, out var rejection))
        {
            return rejection;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (!await db.Members.AnyAsync(m => m.Id == memberId, ct))
        {
            return new Rejection("Members.Unknown", memberId);
        }

        if (await KeysInUse.FindAsync(db, new MemberProfile(), kept, except: null, ct) is { } taken)
        {
            return taken;
        }

        db.Cards.Add(new Card { MemberId = memberId, Number = kept, IsVirtual = isVirtual, IssuedAt = clock.UtcNow });
        db.Author = actor.Name;
        try
        {
            await db.SaveChangesAsync(ct);
            return kept;
        }
        catch (DbUpdateException exception) when (sql.IsUniqueViolation(exception))
        {
            return await KeysInUse.FindAsync(db, new MemberProfile(), kept, except: null, ct)
                ?? throw new InvalidOperationException("A card's number was taken by nobody.", exception);
        }
    }
}
