using System.Diagnostics;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Runs the waiting imports one after another, in the background; first those that a stop of the program interrupted.</summary>
public sealed partial class ImportRunner(
    IDbContextFactory<LoyaltyDbContext> databases, RunImport import, RunUndo undo, DiscardUpload uploads, ImportBoard board, ILogger<ImportRunner> log) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var nextCleaning = TimeSpan.Zero;
        var running = Stopwatch.StartNew();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await NextAsync(stoppingToken) is { } next)
                {
                    await undo.ExecuteAsync(next, stoppingToken);
                    await import.ExecuteAsync(next, stoppingToken);
                    continue;
                }

                if (running.Elapsed >= nextCleaning)
                {
                    nextCleaning = running.Elapsed + BetweenCleanings;
                    await uploads.RemoveOldAsync(stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The database may be away for a while: what waits is tried again.
                RunnerFailed(log, e);
            }

            await board.WaitAsync(LongestWait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int?> NextAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Imports
            .Where(r => r.Status == ImportStatus.Running || r.Status == ImportStatus.Queued || r.Status == ImportStatus.Undoing)
            .OrderByDescending(r => r.Status).ThenBy(r => r.Id)
            .Select(r => (int?)r.Id)
            .FirstOrDefaultAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The runner of imports failed and will try again")]
    private static partial void RunnerFailed(ILogger logger, Exception exception);
}
