using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Rollups;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// The movements since a merge that took from lots of both members in one entry, such as an expiry of one midnight. Each is
/// booked apart: the moved lots' share is taken back on the survivor and booked again on the other, on the same business day,
/// so that each account balances and no total changes.
/// </summary>
internal sealed class SharedEntries
{
    private readonly List<Movement> movements;

    private SharedEntries(List<Movement> movements) => this.movements = movements;

    /// <summary>Entries that concern moved lots alone: they go with them.</summary>
    public long[] Whole => [.. movements.Where(m => m.Share == m.Entry.Points).Select(m => m.Entry.Id)];

    /// <summary>How many entries have to be booked apart.</summary>
    public int Count => movements.Count(m => m.Share != m.Entry.Points);

    /// <summary>The movements on these lots that the merge did not move.</summary>
    public static async Task<SharedEntries> ReadAsync(LoyaltyDbContext db, MovedRows moved, CancellationToken ct)
    {
        var known = moved.Entries.ToHashSet();
        long[] lots = moved.Lots;
        var rows = await (
            from allocation in db.Allocations.AsNoTracking()
            where EF.Parameter(lots).Contains(allocation.LotId)
            join entry in db.LedgerEntries.AsNoTracking() on allocation.EntryId equals entry.Id
            select new { Entry = entry, Allocation = allocation }).ToListAsync(ct);
        return new SharedEntries([
            .. rows.Where(r => !known.Contains(r.Entry.Id))
                .GroupBy(r => r.Entry.Id)
                .Select(g => new Movement(
                    g.First().Entry,
                    [.. g.Select(r => r.Allocation)],
                    g.Aggregate(Points.Zero, (sum, r) => sum + r.Allocation.Points))),
        ]);
    }

    /// <summary>Books apart what is shared, within the open transaction.</summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="sql">Writes in bulk.</param>
    /// <param name="from">The account of the survivor.</param>
    /// <param name="to">The account of the other.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="numbers">Numbers for twice as many entries as <see cref="Count"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task BookApartAsync(LoyaltyDbContext db, SqlProvider sql, long from, long to, DateTime now, Func<long> numbers, CancellationToken ct)
    {
        var rollups = await RollupBatch.BeginAsync(db, [], ct);
        var (entries, allocations) = (new List<LedgerEntry>(), new List<LotAllocation>());
        foreach (var movement in movements.Where(m => m.Share != m.Entry.Points))
        {
            Write(movement, from, OppositeOf(movement.Entry.Kind));
            Write(movement, to, movement.Entry.Kind);
        }

        await sql.InsertAsync(db, entries, ct);
        await sql.InsertAsync(db, allocations, ct);
        await rollups.WriteAsync(db, sql, ct);

        void Write(Movement movement, long account, EntryKind kind)
        {
            var entry = new LedgerEntry
            {
                Id = numbers(),
                AccountId = account,
                Kind = kind,
                Points = movement.Share,
                Block = movement.Entry.Block,
                At = movement.Entry.At,
                Day = movement.Entry.Day,
                RecordedAt = now,
                ReceiptId = movement.Entry.ReceiptId,
                ReturnId = movement.Entry.ReturnId,
                Author = db.Author,
            };
            entries.Add(entry);
            allocations.AddRange(movement.Allocations.Select(a => new LotAllocation { EntryId = entry.Id, LotId = a.LotId, Points = a.Points }));
            rollups.Entry(entry);
        }
    }

    private static EntryKind OppositeOf(EntryKind kind) => kind switch
    {
        EntryKind.Expiry => EntryKind.ExpiryUndone,
        EntryKind.ExpiryUndone => EntryKind.Expiry,
        EntryKind.Reversal => EntryKind.ReversalUndone,
        EntryKind.ReversalUndone => EntryKind.Reversal,
        _ => throw new InvalidOperationException($"{kind} never takes from lots of two members."),
    };

    private sealed record Movement(LedgerEntry Entry, IReadOnlyList<LotAllocation> Allocations, Points Share);
}
