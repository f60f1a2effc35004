using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes files in, checks that their columns make sense and queues them. The work is done in the background.</summary>
public sealed class StartImport(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, ImportFolder folder, ImportBoard board)
{
    /// <summary>Queues a file and answers with the number of its import.</summary>
    /// <param name="actor">Who brings it; needs <see cref="Permission.ImportsRun"/>.</param>
    /// <param name="fileName">As the sender names it.</param>
    /// <param name="content">Read to its end, never held in memory.</param>
    /// <param name="order">What is to be done with it.</param>
    /// <param name="ct">Cancels taking the file in.</param>
    public Task<Result<int>> ExecuteAsync(Actor actor, string fileName, Stream content, ImportOrder order, CancellationToken ct) =>
        TakeInAsync(actor, fileName, content, order, ImportStatus.Queued, ct);

    /// <summary>Keeps a file until a person has said how it is to be read.</summary>
    public Task<Result<int>> UploadAsync(Actor actor, ImportKind kind, string fileName, Stream content, CancellationToken ct) =>
        TakeInAsync(actor, fileName, content, new ImportOrder { Kind = kind }, ImportStatus.Draft, ct);

    /// <summary>
    /// Queues a file that was uploaded before: as the import that it is where it only waited or was tried, or as the one import
    /// for real that follows its trial. Asked twice, it answers the same.
    /// </summary>
    public async Task<Result<int>> BeginAsync(Actor actor, int importId, ImportOrder order, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId, ct) is not { } run)
        {
            return new Rejection("Imports.Unknown", importId);
        }

        if (run.FollowedBy is { } earlier)
        {
            return earlier;
        }

        if (run.Status is ImportStatus.Queued or ImportStatus.Running || !folder.HasSource(run))
        {
            return run.Status is ImportStatus.Queued or ImportStatus.Running ? run.Id : new Rejection("Imports.UploadGone");
        }

        if (Check(folder.SourceOf(run), order) is { } refused)
        {
            return refused;
        }

        return run.Status == ImportStatus.Draft || order.DryRun
            ? await QueueAsync(db, run, order, ct)
            : await FollowAsync(actor, db, run, order, ct);
    }

    private async Task<Result<int>> TakeInAsync(
        Actor actor, string fileName, Stream content, ImportOrder order, ImportStatus status, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsRun);
        var (path, hash, length) = await folder.TakeInAsync(content, ct);
        try
        {
            if ((length == 0 ? new Rejection("Imports.EmptyFile") { Field = "file" } : Check(path, status == ImportStatus.Draft ? null : order)) is { } refused)
            {
                return refused;
            }

            var name = Path.GetFileName(fileName.Replace('\\', '/'));
            var run = Run(actor, name.Length is > 0 and <= 260 ? name : name.Length == 0 ? "file" : name[^260..], hash, order, status);
            await using var db = await databases.CreateDbContextAsync(ct);
            db.Author = actor.Name;
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            db.Imports.Add(run);
            await db.SaveChangesAsync(ct);
            File.Move(path, folder.SourceOf(run.Id), overwrite: true);
            File.Delete(folder.StagingOf(run.Id));
            File.Delete(folder.ErrorsOf(run.Id));
            await transaction.CommitAsync(ct);
            Tell(run.Id);
            return run.Id;
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Queues the import itself, its first run or a trial once more.</summary>
    private async Task<Result<int>> QueueAsync(LoyaltyDbContext db, ImportRun run, ImportOrder order, CancellationToken ct)
    {
        File.Delete(folder.StagingOf(run.Id));
        File.Delete(folder.ErrorsOf(run.Id));
        var plan = order.Plan.Write();

        // Of two who ask at once one is first; the other finds it waiting.
        await db.Imports.Where(r => r.Id == run.Id && r.Status == run.Status && r.FollowedBy == null).ExecuteUpdateAsync(
            set =>
            {
                ImportJournal.Afresh(set);
                set.SetProperty(r => r.Status, ImportStatus.Queued)
                    .SetProperty(r => r.Kind, order.Kind)
                    .SetProperty(r => r.Mapping, plan)
                    .SetProperty(r => r.DryRun, order.DryRun)
                    .SetProperty(r => r.RegisterUnknown, order.RegisterUnknown)
                    .SetProperty(r => r.UpdateKnown, order.UpdateKnown)
                    .SetProperty(r => r.StartedAt, (DateTime?)null)
                    .SetProperty(r => r.FinishedAt, (DateTime?)null);
            },
            ct);
        Tell(run.Id);
        return run.Id;
    }

    /// <summary>Adds the import for real that reads the upload of a trial, once.</summary>
    private async Task<Result<int>> FollowAsync(Actor actor, LoyaltyDbContext db, ImportRun trial, ImportOrder order, CancellationToken ct)
    {
        var run = Run(actor, trial.FileName, trial.FileHash, order, ImportStatus.Queued, trial.UploadOf ?? trial.Id);
        db.Author = actor.Name;
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            db.Imports.Add(run);
            await db.SaveChangesAsync(ct);
            var first = await db.Imports.Where(r => r.Id == trial.Id && r.FollowedBy == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.FollowedBy, run.Id), ct);
            if (first == 1)
            {
                await transaction.CommitAsync(ct);
                Tell(run.Id);
                return run.Id;
            }
        }

        return await db.Imports.Where(r => r.Id == trial.Id).Select(r => r.FollowedBy!.Value).SingleAsync(ct);
    }

    private ImportRun Run(Actor actor, string name, string hash, ImportOrder order, ImportStatus status, int? uploadOf = null) => new()
    {
        Kind = order.Kind,
        FileName = name,
        FileHash = hash,
        Mapping = order.Plan.Write(),
        DryRun = order.DryRun,
        RegisterUnknown = order.RegisterUnknown,
        UpdateKnown = order.UpdateKnown,
        Status = status,
        UploadOf = uploadOf,
        CreatedBy = actor.Name,
        CreatedAt = clock.UtcNow,
    };

    private void Tell(int importId)
    {
        board.Wake();
        board.Tell(importId);
    }

    /// <summary>What is wrong with the file as a whole; without an order only whether it can be read.</summary>
    private static Rejection? Check(string path, ImportOrder? order)
    {
        try
        {
            using var table = TableReader.Open(File.OpenRead(path), order?.Plan.Table);
            return order?.Plan.Match(order.Kind, table.Columns).Rejection;
        }
        catch (UnreadableTableException e)
        {
            return e.ToRejection();
        }
    }
}
