using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Says what undoing an import would do, and asks for it where nothing was built on the import. The work is done in the background.</summary>
public sealed class UndoImport(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ImportBoard board)
{
    private const int LongestReason = 500;

    /// <summary>What undoing would do, or why this import is none that can be undone.</summary>
    public async Task<Result<UndoPreview>> PreviewAsync(Actor actor, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId, ct) is not { } run)
        {
            return new Rejection("Imports.Unknown", importId);
        }

        if (run.DryRun || run.Kind == ImportKind.Goods || run.Status is not (ImportStatus.Done or ImportStatus.Cancelled or ImportStatus.Failed))
        {
            return new Rejection("Imports.NotUndoable");
        }

        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        return run.Kind switch
        {
            ImportKind.Receipts => await UndoReceiptsCheck.RunAsync(db, importId, ct),
            ImportKind.Members => await UndoMembersCheck.RunAsync(db, run, ct),
            _ => await UndoBalancesCheck.RunAsync(db, run, ct),
        };
    }

    /// <summary>Asks for the undoing; null if it will be done.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, int importId, string reason, CancellationToken ct)
    {
        if (!(await PreviewAsync(actor, importId, ct)).Accepted(out var preview, out var rejection))
        {
            return rejection;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Rejection("Imports.UndoReason");
        }

        if (preview.Obstacles.Count > 0)
        {
            return new Rejection("Imports.BuiltOn");
        }

        if (preview.IsEmpty)
        {
            return new Rejection("Imports.NothingToUndo");
        }

        var why = reason.Trim().Length > LongestReason ? reason.Trim()[..LongestReason] : reason.Trim();
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Imports
            .Where(r => r.Id == importId && (r.Status == ImportStatus.Done || r.Status == ImportStatus.Cancelled || r.Status == ImportStatus.Failed))
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.Status, ImportStatus.Undoing)
                    .SetProperty(r => r.UndoneBy, actor.Name)
                    .SetProperty(r => r.UndoneAt, now)
                    .SetProperty(r => r.UndoReason, why),
                ct);
        board.Wake();
        board.Tell(importId);
        return null;
    }
}
