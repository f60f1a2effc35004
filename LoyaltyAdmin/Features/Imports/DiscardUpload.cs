using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Removes uploads that nobody wants: one by hand, and those that were left lying.</summary>
public sealed class DiscardUpload(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ImportFolder folder, ImportBoard board)
{
    /// <summary>How long an upload waits for a decision.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>An upload that is cut short is not being written any more after so long.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(6);

    /// <summary>Removes an upload that was not used.</summary>
    public async Task ExecuteAsync(Actor actor, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId && r.Status == ImportStatus.Draft, ct) is { } run
            && await db.Imports.Where(r => r.Id == importId && r.Status == ImportStatus.Draft).ExecuteDeleteAsync(ct) == 1)
        {
            folder.Clear(run, keepSource: false);
            board.Tell(importId, isOver: true);
        }
    }

    /// <summary>Removes drafts and the files of trials that waited too long, and what was left of uploads that were cut short.</summary>
    public async Task RemoveOldAsync(CancellationToken ct)
    {
        folder.RemoveOrphans(clock.UtcNow - LongestSilence);
        var before = clock.UtcNow - Patience;
        await using var db = await databases.CreateDbContextAsync(ct);
        var old = await db.Imports.AsNoTracking()
            .Where(r => (r.Status == ImportStatus.Draft && r.CreatedAt < before) || (r.DryRun && r.FollowedBy == null && r.FinishedAt < before))
            .ToListAsync(ct);
        foreach (var run in old.Where(r => folder.HasSource(r) || r.Status == ImportStatus.Draft))
        {
            folder.Clear(run, keepSource: false);
        }

        await db.Imports.Where(r => r.Status == ImportStatus.Draft && r.CreatedAt < before).ExecuteDeleteAsync(ct);
    }
}
