using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Brings a file of receipts in: reads it once into a staging file, then posts its sales and returns in order of time, many
/// in one transaction that also moves the watermark. So it can be cut short anywhere and goes on where it was.
/// </summary>
internal sealed class ReceiptImport(
    IDbContextFactory<LoyaltyDbContext> databases, ReceiptPoster poster, ProgramTimelines timelines, ImportFolder folder)
{
    private const int OperationsPerBatch = 2000;
    private const int RowsPerBatch = 20_000;

    /// <summary>Runs to the end, or from where it was to the end.</summary>
    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        using var staging = ReceiptStaging.OpenComplete(folder.StagingOf(run.Id)) ?? await StageAsync(run, journal, errors, ct);
        await journal.StagedAsync(staging.RowCount, staging.OperationCount, staging.Rejected, ct);
        var postings = new ReceiptPostings(run.FileHash);
        var rehearsal = new ReceiptRehearsal(databases);
        var batch = new Batch();
        var rows = 0;
        foreach (var together in staging.Operations(skip: run.Watermark))
        {
            if (postings.Make(together).Accepted(out var posting, out var rejection))
            {
                batch.Add(together, posting);
                rows += together.Count;
            }
            else
            {
                await FlushAsync();
                await RefuseAsync(together, rejection, journal, errors, ct);
            }

            if (batch.Count >= OperationsPerBatch || rows >= RowsPerBatch)
            {
                await FlushAsync();
            }
        }

        await FlushAsync();

        async Task FlushAsync()
        {
            if (batch.Count > 0)
            {
                ct.ThrowIfCancellationRequested();
                await PostAsync(batch, run, actor, rehearsal, journal, errors, ct);
                await journal.PostedAsync(ct);
            }

            (batch, rows) = (new Batch(), 0);
        }
    }

    private async Task<ReceiptStaging> StageAsync(ImportRun run, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        journal.Enter(ImportPhase.Reading, 0);
        using var table = TableReader.Open(File.OpenRead(folder.SourceOf(run.Id)));
        var mapping = run.Mapping is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(run.Mapping);
        var cells = new RowCells(table, ColumnMap.Match(run.Kind, table.Columns, mapping).Value, await timelines.GetAsync(ct));
        errors.SetColumns(table.Columns);
        var staging = ReceiptStaging.Create(folder.StagingOf(run.Id));
        try
        {
            var rows = 0;
            while (cells.Next())
            {
                ct.ThrowIfCancellationRequested();
                string? key = null;
                if (cells.Problem is null && ReceiptRowReader.Read(cells, out key) is { } row)
                {
                    staging.Add(row);
                }
                else
                {
                    errors.Note(cells.Row, cells.Problem!, cells.Raw());
                    if (key is not null)
                    {
                        staging.Break(key);
                    }
                }

                await journal.ReadAsync(++rows, table.Share, ct);
            }

            staging.Complete(rows, errors);
            return staging;
        }
        catch
        {
            staging.Dispose();
            throw;
        }
    }

    private async Task PostAsync(
        Batch batch, ImportRun run, Actor actor, ReceiptRehearsal rehearsal, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        var begin = run.Watermark;
        _ = run.DryRun
            ? await rehearsal.RunAsync(batch.Postings, run.RegisterUnknown, CountAsync, ct)
            : await poster.PostManyAsync(actor, batch.Postings, run.RegisterUnknown, CountAsync, ct);

        // The poster may split the batch over several transactions and may begin one again: only the database knows what is done.
        async Task CountAsync(LoyaltyDbContext db, IReadOnlyList<PostingResult> results, CancellationToken cancel)
        {
            var watermark = await journal.WatermarkAsync(db, cancel);
            var (accepted, skipped, rejected) = (0, 0, 0);
            for (var i = 0; i < results.Count; i++)
            {
                var rows = batch.Rows[watermark - begin + i];
                if (results[i].Rejection is { } rejection)
                {
                    rejected += rows.Count;
                    Note(rows, rejection, errors);
                }
                else if (results[i].Replayed)
                {
                    skipped += rows.Count;
                }
                else
                {
                    accepted += rows.Count;
                }
            }

            errors.Save();
            await journal.AdvanceAsync(db, watermark, new Tally(results.Count, accepted, skipped, rejected), cancel);
        }
    }

    private async Task RefuseAsync(
        IReadOnlyList<ReceiptRow> rows, Rejection rejection, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        Note(rows, rejection, errors);
        errors.Save();
        await using var db = await databases.CreateDbContextAsync(ct);
        await journal.AdvanceAsync(db, await journal.WatermarkAsync(db, ct), new Tally(1, 0, 0, rows.Count), ct);
        await journal.PostedAsync(ct);
    }

    private static void Note(IReadOnlyList<ReceiptRow> rows, Rejection rejection, RowErrors errors)
    {
        foreach (var row in rows)
        {
            errors.Note(row.Row, rejection);
        }
    }

    /// <summary>Postings with the rows that each was made of.</summary>
    private sealed class Batch
    {
        public List<Posting> Postings { get; } = [];

        public List<IReadOnlyList<ReceiptRow>> Rows { get; } = [];

        public int Count => Postings.Count;

        public void Add(IReadOnlyList<ReceiptRow> rows, Posting posting)
        {
            Rows.Add(rows);
            Postings.Add(posting);
        }
    }
}
