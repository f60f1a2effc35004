using System.Security.Cryptography;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Members' codes: made when somebody asks for one the first time.</summary>
public sealed class ReferralCodes(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const int Attempts = 10;

    /// <summary>The member's code, made now where there is none; null where there is no such member.</summary>
    public async Task<string?> EnsureAsync(Actor actor, long memberId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(memberId, ct) is { } known)
            {
                return known;
            }

            await using var db = await databases.CreateDbContextAsync(ct);
            if (!await db.Members.AnyAsync(m => m.Id == memberId, ct))
            {
                return null;
            }

            try
            {
                db.ReferralCodes.Add(new ReferralCode { MemberId = memberId, Code = ReferralCodeRule.Make(RandomNumberGenerator.GetInt32), CreatedAt = clock.UtcNow });
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // The member has one by now, or somebody else has this very one.
            }
        }
    }

    /// <summary>The member's code; null where none was made yet.</summary>
    public async Task<string?> FindAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ReferralCodes.Where(c => c.MemberId == memberId).Select(c => c.Code).SingleOrDefaultAsync(ct);
    }

    /// <summary>The address to share; null where the terms have none.</summary>
    public static string? LinkOf(ReferralConditions terms, string code) =>
        terms.Link.Trim() is { Length: > 0 } link ? link.Replace(ReferralConditions.CodeInLink, code, StringComparison.Ordinal) : null;
}
