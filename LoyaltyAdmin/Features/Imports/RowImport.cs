using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Brings a file in whose rows stand each for itself: row by row in the order of the file, many in one transaction that
/// also moves the watermark, which here counts rows.
/// </summary>
internal sealed class RowImport(IDbContextFactory<LoyaltyDbContext> databases, ImportSource source)
{
    private const int RowsPerBatch = 500;

    /// <summary>Runs to the end, or from where it was to the end.</summary>
    /// <param name="run">The import.</param>
    /// <param name="journal">Keeps its record.</param>
    /// <param name="errors">Takes the rows that are refused.</param>
    /// <param name="read">Makes a value of a row; null if the row is wrong, which its cells then say.</param>
    /// <param name="write">Writes a batch.</param>
    /// <param name="ct">Stops it; it can go on later.</param>
    public async Task RunAsync<T>(
        ImportRun run, ImportJournal journal, RowErrors errors, Func<RowCells, T?> read, WriteRows<T> write, CancellationToken ct)
        where T : class
    {
        var (opened, cells) = await source.OpenAsync(run, errors, ct);
        using var table = opened;
        for (var done = 0; done < run.Watermark && cells.Next(); done++)
        {
            ct.ThrowIfCancellationRequested();
        }

        journal.EnterRows();
        var batch = new Batch<T>();
        while (cells.Next())
        {
            if (cells.Problem is null && read(cells) is { } value)
            {
                batch.Values.Add(value);
                batch.Rows.Add(cells.Row);
            }
            else
            {
                batch.Wrong.Add((cells.Row, cells.Problem!, cells.Raw()));
            }

            if (batch.Count == RowsPerBatch)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            ct.ThrowIfCancellationRequested();
            if (batch.Count > 0)
            {
                await WriteAsync(batch, journal, errors, write, ct);
                await journal.PostedAsync(table.Share, ct);
                batch = new Batch<T>();
            }
        }
    }

    private async Task WriteAsync<T>(Batch<T> batch, ImportJournal journal, RowErrors errors, WriteRows<T> write, CancellationToken ct)
    {
        foreach (var (row, problem, raw) in batch.Wrong)
        {
            errors.Note(row, problem, raw);
        }

        if (batch.Values.Count > 0)
        {
            await write(batch.Values, CountAsync, ct);
        }
        else
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            await CountAsync(db, [], ct);
        }

        async Task CountAsync(LoyaltyDbContext db, IReadOnlyList<RowOutcome> outcomes, CancellationToken cancel)
        {
            var (skipped, refused, fresh, changed) = (0, 0, 0, 0);
            var points = 0L;
            for (var i = 0; i < outcomes.Count; i++)
            {
                if (outcomes[i].Rejection is { } rejection)
                {
                    refused++;
                    errors.Note(batch.Rows[i], rejection);
                }
                else
                {
                    skipped += outcomes[i].Replayed ? 1 : 0;
                    fresh += outcomes[i].IsNew ? 1 : 0;
                    changed += outcomes[i].IsChange ? 1 : 0;
                    points += outcomes[i].Points;
                }
            }

            errors.Save();
            var tally = new Tally(batch.Count, outcomes.Count - skipped - refused, skipped, refused + batch.Wrong.Count)
            {
                NewMembers = fresh,
                ChangedMembers = changed,
                PointsIn = points,
            };
            await journal.AdvanceRowsAsync(db, await journal.WatermarkAsync(db, cancel), tally, cancel);
        }
    }

    /// <summary>The values of sound rows with the numbers of these, and the rows that are wrong.</summary>
    private sealed class Batch<T>
    {
        public List<T> Values { get; } = [];

        public List<int> Rows { get; } = [];

        public List<(int Row, Rejection Problem, string[] Cells)> Wrong { get; } = [];

        public int Count => Values.Count + Wrong.Count;
    }
}
