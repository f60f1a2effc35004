using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Stops an import: at once if it waits, after its current batch if it runs. What is posted stays.</summary>
public sealed class CancelImport(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ImportFolder folder, ImportBoard board)
{
    /// <summary>Null if it is stopped or will be.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var waiting = await db.Imports.Where(r => r.Id == importId && r.Status == ImportStatus.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, ImportStatus.Cancelled).SetProperty(r => r.FinishedAt, now), ct);
        if (waiting > 0)
        {
            folder.Clear(await db.Imports.AsNoTracking().SingleAsync(r => r.Id == importId, ct), keepSource: true);
            board.Tell(importId, isOver: true);
            return null;
        }

        var running = await db.Imports.Where(r => r.Id == importId && r.Status == ImportStatus.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.CancelRequested, true), ct);
        if (running > 0)
        {
            board.Tell(importId);
            return null;
        }

        return await db.Imports.AnyAsync(r => r.Id == importId, ct)
            ? new Rejection("Imports.AlreadyOver")
            : new Rejection("Imports.Unknown", importId);
    }
}
