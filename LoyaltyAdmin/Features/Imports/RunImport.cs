using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Runs one import to its end. Stopped in between, it leaves the import running: the next start goes on.</summary>
public sealed partial class RunImport(
    IDbContextFactory<LoyaltyDbContext> databases,
    ReceiptPoster poster,
    OpenBalances balances,
    RegisterMember register,
    SqlProvider sql,
    ExpirePoints expire,
    ProgramTimelines timelines,
    BusinessClock clock,
    ImportFolder folder,
    ImportBoard board,
    ILogger<RunImport> log)
{
    /// <summary>Runs the import if it waits or was interrupted.</summary>
    /// <exception cref="OperationCanceledException">The program is stopping.</exception>
    public async Task ExecuteAsync(int importId, CancellationToken ct)
    {
        if (await BeginAsync(importId, ct) is not { } run)
        {
            return;
        }

        var actor = new Actor(run.CreatedBy, Actor.System("imports").Permissions);
        try
        {
            using var errors = RowErrors.Open(folder.ErrorsOf(importId));
            var journal = new ImportJournal(run, databases, board);
            await RunAsync(run, actor, journal, errors, ct);
            await EndAsync(run, errors, ImportStatus.Done, null, null, ct);
        }
        catch (ImportCancelledException)
        {
            await EndAsync(run, ImportStatus.Cancelled, null, null, ct);
        }
        catch (UnreadableTableException e)
        {
            await EndAsync(run, ImportStatus.Failed, TableProblems.CodeOf(e.Problem), e.Message, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            ImportFailed(log, e, importId);
            await EndAsync(run, ImportStatus.Failed, "Imports.Failed", e.Message, ct);
        }
    }

    private async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        var source = new ImportSource(folder, timelines);
        switch (run.Kind)
        {
            case ImportKind.Receipts:
                await new ReceiptImport(databases, poster, source, folder).RunAsync(run, actor, journal, errors, ct);
                await journal.CountRegisteredAsync(ct);
                break;
            case ImportKind.Members:
                await new MemberImport(databases, timelines, source, register, sql, clock).RunAsync(run, actor, journal, errors, ct);
                break;
            case ImportKind.Balances:
                await new BalanceImport(databases, timelines, source, balances).RunAsync(run, actor, journal, errors, ct);
                break;
            case ImportKind.Goods:
                await new GoodsImport(databases, source).RunAsync(run, actor, journal, errors, ct);
                break;
        }

        // Points of long ago are over by now: figures show them as expired as soon as the import says that it is done.
        if (run is { DryRun: false, Kind: ImportKind.Receipts or ImportKind.Balances })
        {
            journal.Enter(ImportPhase.Expiring, 1);
            await expire.ExecuteAsync(actor, ct);
        }
    }

    private async Task<ImportRun?> BeginAsync(int importId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;

        // What a trial found is in no database: one that was cut short begins anew.
        var isTrial = await db.Imports.AnyAsync(r => r.Id == importId && r.Status == ImportStatus.Running && r.DryRun, ct);
        if (isTrial)
        {
            await db.Imports.Where(r => r.Id == importId).ExecuteUpdateAsync(ImportJournal.Afresh, ct);
            File.Delete(folder.ErrorsOf(importId));
        }

        await db.Imports.Where(r => r.Id == importId && r.Status == ImportStatus.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, ImportStatus.Running).SetProperty(r => r.StartedAt, now), ct);
        return await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId && r.Status == ImportStatus.Running, ct);
    }

    private async Task EndAsync(ImportRun run, ImportStatus status, string? code, string? detail, CancellationToken ct)
    {
        using var errors = RowErrors.Open(folder.ErrorsOf(run.Id));
        await EndAsync(run, errors, status, code, detail, ct);
    }

    private async Task EndAsync(ImportRun run, RowErrors errors, ImportStatus status, string? code, string? detail, CancellationToken ct)
    {
        errors.Save();
        if (status == ImportStatus.Done || code is null)
        {
            AddCells(run, errors);
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var words = detail?.Length > 1000 ? detail[..1000] : detail;
        await db.Imports.Where(r => r.Id == run.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Status, status)
                .SetProperty(r => r.FinishedAt, now)
                .SetProperty(r => r.FailureCode, code)
                .SetProperty(r => r.FailureDetail, words),
            ct);
        folder.Clear(run, keepSource: run.DryRun);
        board.Tell(run.Id, isOver: true);
    }

    /// <summary>Rows that were refused after reading get their cells, so that the list of errors shows the file's own words.</summary>
    private void AddCells(ImportRun run, RowErrors errors)
    {
        var wanted = errors.WithoutCells().ToList();
        if (wanted.Count == 0 || !folder.HasSource(run))
        {
            return;
        }

        using var table = TableReader.Open(File.OpenRead(folder.SourceOf(run)), ImportPlan.Read(run.Mapping).Value.Table);
        for (var next = 0; next < wanted.Count && table.Read();)
        {
            if (table.Row == wanted[next])
            {
                var cells = new string[table.Count];
                for (var i = 0; i < cells.Length; i++)
                {
                    cells[i] = table[i].ToString();
                }

                errors.SetCells(table.Row, cells);
                next++;
            }
        }

        errors.Save();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed")]
    private static partial void ImportFailed(ILogger logger, Exception exception, int importId);
}
