using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>
/// Moves points on some accounts in one transaction: reads their lots, lets the caller decide, writes all or, when someone
/// else was first, reads and decides anew.
/// </summary>
public sealed class LedgerBatch(
    IDbContextFactory<LoyaltyDbContext> databases,
    ProgramTimelines timelines,
    BusinessClock clock,
    SqlProvider sql,
    IdSource ids,
    LedgerWriter writer,
    PointsDivision division)
{
    private const int Attempts = 20;
    private readonly LedgerNumbers numbers = new(ids.Next<LedgerEntry>, ids.Next<PointsLot>);

    /// <summary>What the caller decides with.</summary>
    /// <param name="Db">The context of the transaction; what is added to it is saved with the points.</param>
    /// <param name="Now">The instant of processing.</param>
    /// <param name="Timeline">The program as the points are decided by.</param>
    /// <param name="Ledgers">The accounts by id.</param>
    public sealed record Work(LoyaltyDbContext Db, DateTime Now, ProgramTimeline Timeline, IReadOnlyDictionary<long, AccountLedger> Ledgers)
    {
        /// <summary>The program's calendar now.</summary>
        public ProgramCalendar Calendar => Timeline.CalendarAt(Now);

        /// <summary>Decimals of a point; who decides in another scale loses the race and decides anew.</summary>
        public int PointDecimals => Timeline.Program.PointDecimals;

        /// <summary>Runs in the transaction, after the points are written.</summary>
        public Func<LoyaltyDbContext, Task>? Saving { get; set; }
    }

    /// <summary>
    /// Runs a decision; it may run again from the start when it lost a race, so it changes nothing but ledgers and context.
    /// </summary>
    /// <param name="author">Who, for the audit.</param>
    /// <param name="accounts">The accounts to read.</param>
    /// <param name="decide">Moves points; false to leave everything as it is.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether something was written.</returns>
    public Task<bool> RunAsync(string author, IReadOnlyCollection<long> accounts, Func<Work, Task<bool>> decide, CancellationToken ct) =>
        RunAsync(author, accounts, [], decide, ct);

    /// <summary>As the other, with lots that are read even where nothing remains of them.</summary>
    public async Task<bool> RunAsync(
        string author, IReadOnlyCollection<long> accounts, IReadOnlyCollection<long> lots, Func<Work, Task<bool>> decide, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await TryAsync(author, [.. accounts], [.. lots], decide, ct) is { } written)
                {
                    return written;
                }
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Someone else wrote the same key first, or the database was busy: the next attempt reads what is there now.
            }

            if (attempt >= Attempts)
            {
                throw new InvalidOperationException($"A change of {accounts.Count} accounts lost {Attempts} races in a row.");
            }

            await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
        }
    }

    private async Task<bool?> TryAsync(string author, long[] accounts, long[] lots, Func<Work, Task<bool>> decide, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        db.Author = author;
        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        var ledgers = await ReadAsync(db, accounts, lots, now, ct);
        var rollups = await RollupBatch.BeginAsync(db, [], ct);
        var work = new Work(db, now, timeline, ledgers);
        if (!await decide(work))
        {
            return false;
        }

        foreach (var ledger in ledgers.Values)
        {
            ledger.Project();
            foreach (var entry in ledger.NewEntries)
            {
                rollups.Entry(entry);
            }
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await division.HoldAsync(db, timeline.Program, ct))
        {
            return null;
        }

        await db.SaveChangesAsync(ct);
        if (!await writer.WriteAsync(db, [.. ledgers.Values], new HashSet<long>(), ct))
        {
            return null;
        }

        await rollups.WriteAsync(db, sql, ct);
        if (work.Saving is { } saving)
        {
            await saving(db);
        }

        await transaction.CommitAsync(ct);
        return true;
    }

    private async Task<Dictionary<long, AccountLedger>> ReadAsync(LoyaltyDbContext db, long[] ids, long[] more, DateTime now, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.Id)).ToListAsync(ct);
        var lots = await db.Lots.AsNoTracking()
            .Where(l => EF.Parameter(ids).Contains(l.AccountId) && l.Remaining.Value > 0)
            .ToListAsync(ct);
        if (more.Length > 0)
        {
            // One that was emptied between the two reads came with the first: the account's version tells that it is old.
            var read = lots.Select(l => l.Id).ToHashSet();
            var empty = await db.Lots.AsNoTracking().Where(l => EF.Parameter(more).Contains(l.Id) && l.Remaining.Value == 0).ToListAsync(ct);
            lots.AddRange(empty.Where(l => !read.Contains(l.Id)));
        }

        var byAccount = lots.ToLookup(l => l.AccountId);
        return accounts.ToDictionary(a => a.Id, a => new AccountLedger(a, byAccount[a.Id], [], now, numbers));
    }
}
