using System.Diagnostics;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What became of the rows of some operations.</summary>
internal readonly record struct Tally(int Operations, int Accepted, int Skipped, int Rejected)
{
    public int Rows => Accepted + Skipped + Rejected;

    public int NewMembers { get; init; }

    public int ChangedMembers { get; init; }

    public int Sales { get; init; }

    public int Returns { get; init; }

    public long PointsIn { get; init; }

    public long PointsBack { get; init; }
}

/// <summary>Keeps the record of one running import: counts in the transaction that posts, progress now and then, and whether to stop.</summary>
internal sealed class ImportJournal(ImportRun run, IDbContextFactory<LoyaltyDbContext> databases, ImportBoard board)
{
    private const double ReadingShare = 0.1;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private readonly Stopwatch phase = Stopwatch.StartNew();
    private TimeSpan nextReport;
    private int rowsBefore;

    /// <summary>Forgets how far an import came, so that it begins anew.</summary>
    public static void Afresh(UpdateSettersBuilder<ImportRun> set) => set
        .SetProperty(r => r.Rows, 0)
        .SetProperty(r => r.Operations, 0)
        .SetProperty(r => r.Watermark, 0)
        .SetProperty(r => r.Accepted, 0)
        .SetProperty(r => r.Skipped, 0)
        .SetProperty(r => r.Rejected, 0)
        .SetProperty(r => r.NewMembers, 0)
        .SetProperty(r => r.ChangedMembers, 0)
        .SetProperty(r => r.Sales, 0)
        .SetProperty(r => r.Returns, 0)
        .SetProperty(r => r.PointsIn, 0)
        .SetProperty(r => r.PointsBack, 0)
        .SetProperty(r => r.CancelRequested, false)
        .SetProperty(r => r.FailureCode, (string?)null)
        .SetProperty(r => r.FailureDetail, (string?)null);

    /// <summary>Counts the members that a real import of receipts has registered.</summary>
    public async Task CountRegisteredAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var registered = await db.Members.CountAsync(m => m.ImportId == run.Id, ct);
        await Mine(db).Where(r => !r.DryRun).ExecuteUpdateAsync(set => set.SetProperty(r => r.NewMembers, registered), ct);
    }

    /// <summary>Rows are being read. Tells of it now and then.</summary>
    /// <exception cref="ImportCancelledException">Somebody asked to stop.</exception>
    public async ValueTask ReadAsync(int rows, double share, CancellationToken ct)
    {
        if ((rows & 0xFF) != 0 || phase.Elapsed < nextReport)
        {
            return;
        }

        nextReport = phase.Elapsed + Interval;
        board.Report(new ImportProgress(run.Id, ImportPhase.Reading, share * ReadingShare, rows, Rate(rows), null));
        await using var db = await databases.CreateDbContextAsync(ct);
        await ThrowIfCancelledAsync(db, ct);
    }

    /// <summary>All rows are read. Of an import that was interrupted the figures are there already.</summary>
    public async Task StagedAsync(int rows, int operations, int rejected, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await Mine(db).Where(r => r.Watermark == 0).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Rows, rows)
                .SetProperty(r => r.Operations, operations)
                .SetProperty(r => r.Rejected, rejected)
                .SetProperty(r => r.Accepted, 0)
                .SetProperty(r => r.Skipped, 0),
            ct);
        await LoadAsync(db, ct);
        Enter(ImportPhase.Ordering, ReadingShare);
        rowsBefore = Done;
    }

    /// <summary>Operations that are posted already.</summary>
    public async Task<int> WatermarkAsync(LoyaltyDbContext db, CancellationToken ct) =>
        await Mine(db).Select(r => r.Watermark).SingleAsync(ct);

    /// <summary>Moves the watermark and the counts in the transaction that posts: what is posted is counted, and once.</summary>
    public async Task AdvanceAsync(LoyaltyDbContext db, int watermark, Tally tally, CancellationToken ct)
    {
        var moved = await Mine(db).Where(r => r.Watermark == watermark).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Watermark, watermark + tally.Operations)
                .SetProperty(r => r.Accepted, r => r.Accepted + tally.Accepted)
                .SetProperty(r => r.Skipped, r => r.Skipped + tally.Skipped)
                .SetProperty(r => r.Rejected, r => r.Rejected + tally.Rejected)
                .SetProperty(r => r.NewMembers, r => r.NewMembers + tally.NewMembers)
                .SetProperty(r => r.ChangedMembers, r => r.ChangedMembers + tally.ChangedMembers)
                .SetProperty(r => r.Sales, r => r.Sales + tally.Sales)
                .SetProperty(r => r.Returns, r => r.Returns + tally.Returns)
                .SetProperty(r => r.PointsIn, r => r.PointsIn + tally.PointsIn)
                .SetProperty(r => r.PointsBack, r => r.PointsBack + tally.PointsBack),
            ct);
        if (moved != 1)
        {
            throw new InvalidOperationException($"Import {run.Id} is being run twice.");
        }
    }

    /// <summary>As <see cref="AdvanceAsync"/>, of a file whose rows are counted as they come.</summary>
    public async Task AdvanceRowsAsync(LoyaltyDbContext db, int watermark, Tally tally, CancellationToken ct)
    {
        await AdvanceAsync(db, watermark, tally, ct);
        await Mine(db).ExecuteUpdateAsync(
            set => set
                .SetProperty(r => r.Rows, watermark + tally.Operations)
                .SetProperty(r => r.Operations, watermark + tally.Operations),
            ct);
    }

    /// <summary>A batch is posted. Tells how far the import is.</summary>
    /// <exception cref="ImportCancelledException">Somebody asked to stop.</exception>
    public async Task PostedAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await LoadAsync(db, ct);
        var rate = Rate(Done - rowsBefore);
        var share = run.Rows == 0 ? 1 : ReadingShare + ((1 - ReadingShare) * Math.Min(1, Done / (double)run.Rows));
        TimeSpan? left = rate > 0 ? TimeSpan.FromSeconds((run.Rows - Done) / rate) : null;
        board.Report(new ImportProgress(run.Id, ImportPhase.Posting, share, Done, rate, left));
        await ThrowIfCancelledAsync(db, ct);
    }

    /// <summary>As the other, of a file whose rows are counted as they come.</summary>
    /// <exception cref="ImportCancelledException">Somebody asked to stop.</exception>
    public async Task PostedAsync(double share, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await LoadAsync(db, ct);
        TimeSpan? left = share > 0.01 ? phase.Elapsed * ((1 - share) / share) : null;
        board.Report(new ImportProgress(run.Id, ImportPhase.Posting, share, Done, Rate(Done - rowsBefore), left));
        await ThrowIfCancelledAsync(db, ct);
    }

    /// <summary>Begins with a file whose rows are counted as they come.</summary>
    public void EnterRows()
    {
        Enter(ImportPhase.Posting, 0);
        rowsBefore = Done;
    }

    public void Enter(ImportPhase next, double share)
    {
        phase.Restart();
        nextReport = TimeSpan.Zero;
        board.Report(new ImportProgress(run.Id, next, share, 0, 0, null));
    }

    private int Done => run.Accepted + run.Skipped + run.Rejected;

    private double Rate(int rows) => phase.Elapsed.TotalSeconds > 0.2 ? rows / phase.Elapsed.TotalSeconds : 0;

    private IQueryable<ImportRun> Mine(LoyaltyDbContext db) => db.Imports.Where(r => r.Id == run.Id);

    private async Task LoadAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        var now = await Mine(db).AsNoTracking().SingleAsync(ct);
        (run.Rows, run.Operations, run.Watermark) = (now.Rows, now.Operations, now.Watermark);
        (run.Accepted, run.Skipped, run.Rejected) = (now.Accepted, now.Skipped, now.Rejected);
    }

    private async Task ThrowIfCancelledAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        if (await Mine(db).Select(r => r.CancelRequested).SingleAsync(ct))
        {
            throw new ImportCancelledException();
        }
    }
}
