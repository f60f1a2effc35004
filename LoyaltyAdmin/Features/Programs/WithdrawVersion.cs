using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A marketer takes back a version that waits for its instant. It stays for the record.</summary>
public sealed class WithdrawVersion(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, SqlProvider sql)
{
    /// <summary>Why not, or null when it is withdrawn.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, int number, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramPublish);
        if (ProgramRejections.CheckNote(reason) is { } missing)
        {
            return missing;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        var programId = await db.Programs.OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
        var version = await db.ProgramVersions.SingleOrDefaultAsync(v => v.ProgramId == programId && v.Number == number, ct);
        if (version is null)
        {
            return new Rejection("Common.NotFound");
        }

        // Other nodes may compute by what they remember for as long as that is fresh.
        var now = clock.UtcNow;
        if (version.Status != VersionStatus.Published || version.EffectiveFrom <= now + ProgramTimelines.Freshness)
        {
            return new Rejection("Programs.NotScheduled", number);
        }

        version.Withdraw(now);
        var lost = await db.TrySaveAsync(sql, ct);
        timelines.Forget();
        return lost;
    }
}
