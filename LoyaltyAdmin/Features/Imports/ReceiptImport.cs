using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Brings a file of receipts in: reads it once into a staging file, then posts its sales and returns in order of time, many
/// in one transaction that also moves the watermark. So it can be cut short anywhere and goes on where it was.
/// </summary>
internal sealed class ReceiptImport(
    IDbContextFactory<LoyaltyDbContext> databases, ReceiptPoster poster, ImportSource source, ImportFolder folder)
{
    private const int OperationsPerBatch = 2000;
    private const int RowsPerBatch = 20_000;

    /// <summary>Runs to the end, or from where it was to the end.</summary>
    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        using var staging = ReceiptStaging.OpenComplete(folder.StagingOf(run.Id)) ?? await StageAsync(run, journal, errors, ct);
        await journal.StagedAsync(staging.RowCount, staging.OperationCount, staging.Rejected, ct);
        var postings = new ReceiptPostings(run);
        var goods = new GoodsFilling(databases);
        var registered = new HashSet<string>();
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
                await goods.FillAsync(batch.Postings, ct);
                await PostAsync(batch, run, actor, registered, journal, errors, ct);
                await journal.PostedAsync(ct);
            }

            (batch, rows) = (new Batch(), 0);
        }
    }

    private async Task<ReceiptStaging> StageAsync(ImportRun run, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        journal.Enter(ImportPhase.Reading, 0);
        var (opened, cells) = await source.OpenAsync(run, errors, ct);
        using var table = opened;
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
        Batch batch, ImportRun run, Actor actor, HashSet<string> registered, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        var begin = run.Watermark;
        if (run.DryRun)
        {
            var results = await poster.RehearseAsync(actor, batch.Postings, run.RegisterUnknown, ct);
            await using var db = await databases.CreateDbContextAsync(ct);
            await NoteUnknownAsync(db, batch.Postings, results, registered, ct);
            await CountAsync(db, results, ct);
        }
        else
        {
            await poster.PostManyAsync(actor, batch.Postings, run.RegisterUnknown, CountAsync, ct);
        }

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
            var added = results.Where(r => r is { Rejection: null, Replayed: false }).ToList();
            var tally = new Tally(results.Count, accepted, skipped, rejected)
            {
                Sales = added.Count(r => r.Receipt is not null),
                Returns = added.Count(r => r.Return is not null),
                PointsIn = added.Sum(r => r.Receipt?.Accrued.Value ?? 0),
                PointsBack = added.Sum(r => r.Return?.Reversed.Value ?? 0),
                NewMembers = run.DryRun ? registered.Count - run.NewMembers : 0,
            };
            await journal.AdvanceAsync(db, watermark, tally, cancel);
            run.NewMembers += tally.NewMembers;
        }
    }

    /// <summary>The names of members whom the batch would register. A trial writes nothing, so that it must remember them itself.</summary>
    private static async Task NoteUnknownAsync(
        LoyaltyDbContext db, IReadOnlyList<Posting> postings, IReadOnlyList<PostingResult> results, HashSet<string> registered, CancellationToken ct)
    {
        string?[] names =
        [
            .. postings.Where((p, i) => p.Member is not null && results[i] is { Rejection: null, Replayed: false })
                .Select(p => p.Member!.Value.Value).Distinct(),
        ];
        var known = (await db.Members.Where(m => EF.Parameter(names).Contains(m.ExternalId)).Select(m => m.ExternalId).ToListAsync(ct)).ToHashSet();
        registered.UnionWith(names.Where(n => !known.Contains(n)).OfType<string>());
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
