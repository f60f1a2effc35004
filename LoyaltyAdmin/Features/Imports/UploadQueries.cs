using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Uploads that wait for a decision: their beginnings, as they are read.</summary>
public sealed class UploadQueries(IDbContextFactory<LoyaltyDbContext> databases, ImportFolder folder)
{
    /// <summary>An upload with how it was to be read the last time; null if it is not there any more.</summary>
    public async Task<(ImportRow Import, ImportPlan Plan)?> FindAsync(Actor actor, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        await using var db = await databases.CreateDbContextAsync(ct);
        var run = await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId, ct);
        var isOpen = run is { Status: ImportStatus.Draft }
            or { DryRun: true, FollowedBy: null, Status: ImportStatus.Done or ImportStatus.Failed or ImportStatus.Cancelled };
        return isOpen && folder.HasSource(run!)
            ? (await ImportQueries.Rows(db.Imports.Where(r => r.Id == importId)).SingleAsync(ct), ImportPlan.Read(run!.Mapping).Value)
            : null;
    }

    /// <summary>Whether the file of an import is here, to be run without sending it again.</summary>
    public bool IsHere(ImportRow import) => File.Exists(folder.SourceOf(import.UploadOf ?? import.Id));

    /// <summary>The beginning of the file.</summary>
    public Result<ImportPreview> Preview(Actor actor, int importId, TableOptions options)
    {
        actor.Demand(Permission.ImportsRun);
        try
        {
            return ImportPreview.Read(folder.SourceOf(importId), options);
        }
        catch (UnreadableTableException e)
        {
            return e.ToRejection();
        }
    }
}
