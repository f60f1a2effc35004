using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Undoes one import to its end. Stopped in between, it leaves the import being undone: the next start goes on.</summary>
public sealed partial class RunUndo(
    IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch ledgers, SqlProvider sql, ImportBoard board, ILogger<RunUndo> log)
{
    /// <summary>Undoes the import if that was asked for.</summary>
    /// <exception cref="OperationCanceledException">The program is stopping.</exception>
    public async Task ExecuteAsync(int importId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Imports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == importId && r.Status == ImportStatus.Undoing, ct) is not { } run)
        {
            return;
        }

        try
        {
            var done = 0;
            var all = Math.Max(1, run.Kind == ImportKind.Receipts ? run.Sales + run.Returns : run.Accepted);
            board.Report(new ImportProgress(importId, ImportPhase.Undoing, 0, 0, 0, null));
            await RunAsync(run, gone => board.Report(
                new ImportProgress(importId, ImportPhase.Undoing, Math.Min(1, (done += gone) / (double)all), done, 0, null)), ct);
            var left = await LeftAsync(run, ct);
            await EndAsync(importId, left == 0 ? ImportStatus.Undone : ImportStatus.Done, left == 0 ? null : "Imports.UndoLeft", left, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            UndoFailed(log, e, importId);
            await EndAsync(importId, ImportStatus.Failed, "Imports.UndoFailed", 0, ct);
        }
    }

    private async Task RunAsync(ImportRun run, Action<int> progress, CancellationToken ct)
    {
        switch (run.Kind)
        {
            case ImportKind.Receipts:
                await new UndoReceipts(databases, ledgers, sql, run).RunAsync(progress, ct);
                break;
            case ImportKind.Members:
                await new UndoMembers(databases, run).RunAsync(progress, ct);
                break;
            case ImportKind.Balances:
                await new UndoBalances(databases, ledgers, run).RunAsync(progress, ct);
                break;
        }
    }

    /// <summary>What somebody has built on while the import was being undone, and so stays.</summary>
    private async Task<int> LeftAsync(ImportRun run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return run.Kind switch
        {
            ImportKind.Receipts => await UndoReceiptsCheck.RunAsync(db, run.Id, ct) is var receipts ? receipts.Sales + receipts.Returns : 0,
            ImportKind.Members => await UndoMembersCheck.RunAsync(db, run, ct) is var members ? members.Members + members.Restored : 0,
            _ => (await UndoBalancesCheck.RunAsync(db, run, ct)).Balances,
        };
    }

    private async Task EndAsync(int importId, ImportStatus status, string? code, int left, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var detail = left == 0 ? null : left.ToString(CultureInfo.InvariantCulture);
        await db.Imports.Where(r => r.Id == importId).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.FailureCode, code).SetProperty(r => r.FailureDetail, detail), ct);
        board.Tell(importId, isOver: true);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Undoing import {ImportId} failed")]
    private static partial void UndoFailed(ILogger logger, Exception exception, int importId);
}
