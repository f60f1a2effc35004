using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Data;

/// <summary>
/// Numbers the rows of tables that are written in bulk. Takes blocks of numbers from the database ahead of use, so that
/// several nodes never give one number twice; a block that is lost with its process leaves a gap and nothing else.
/// Take numbers before a write transaction begins: a refill writes on a connection of its own.
/// </summary>
public sealed class IdSource(IDbContextFactory<LoyaltyDbContext> databases) : IDisposable
{
    private const int Block = 1_000;
    private readonly ConcurrentDictionary<string, Pool> pools = new();
    private readonly SemaphoreSlim refill = new(1, 1);

    /// <summary>The first of so many successive numbers for rows of a type.</summary>
    public async ValueTask<long> TakeAsync<T>(int count, CancellationToken ct)
    {
        var pool = pools.GetOrAdd(typeof(T).Name, static _ => new Pool());
        await refill.WaitAsync(ct);
        try
        {
            if (pool.End - pool.Next < count)
            {
                (pool.Next, pool.End) = await ReserveAsync(typeof(T).Name, Math.Max(Block, count), ct);
            }

            var first = pool.Next;
            pool.Next += count;
            return first;
        }
        finally
        {
            refill.Release();
        }
    }

    public void Dispose() => refill.Dispose();

    private async Task<(long Next, long End)> ReserveAsync(string name, int count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        while (true)
        {
            var next = await db.IdSequences.Where(s => s.Name == name).Select(s => (long?)s.Next).SingleOrDefaultAsync(ct);
            if (next is null)
            {
                db.IdSequences.Add(new IdSequence { Name = name, Next = 1 });
                try
                {
                    await db.SaveChangesAsync(ct);
                }
                catch (DbUpdateException) when (db.IdSequences.Any(s => s.Name == name))
                {
                    // Another node added the sequence first: it is there, which is all that was wanted.
                }

                db.ChangeTracker.Clear();
                continue;
            }

            var taken = await db.IdSequences.Where(s => s.Name == name && s.Next == next.Value)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Next, next.Value + count), ct);
            if (taken == 1)
            {
                return (next.Value, next.Value + count);
            }
        }
    }

    private sealed class Pool
    {
        public long Next { get; set; }

        public long End { get; set; }
    }
}
