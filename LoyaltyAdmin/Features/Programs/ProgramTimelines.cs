using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>
/// The program's conditions in force, kept in memory: every receipt asks for them. A publication on this node shows at
/// once, one on another node within <see cref="Freshness"/>.
/// </summary>
public sealed class ProgramTimelines(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);
    private volatile Snapshot? current;

    public async ValueTask<ProgramTimeline> GetAsync(CancellationToken ct)
    {
        var snapshot = current;
        if (snapshot is not null && clock.UtcNow - snapshot.ReadAt is { } age && age >= TimeSpan.Zero && age < Freshness)
        {
            return snapshot.Timeline;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var program = await db.Programs.AsNoTracking().OrderBy(p => p.Id).FirstAsync(ct);
        var versions = await db.ProgramVersions.AsNoTracking()
            .Where(v => v.ProgramId == program.Id && v.Status == VersionStatus.Published)
            .ToListAsync(ct);
        var read = new Snapshot(new ProgramTimeline(program, versions), clock.UtcNow);
        current = read;
        return read.Timeline;
    }

    /// <summary>Forgets what is in memory: the next call reads the database.</summary>
    public void Forget() => current = null;

    private sealed record Snapshot(ProgramTimeline Timeline, DateTime ReadAt);
}
