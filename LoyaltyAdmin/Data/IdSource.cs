using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Data;

/// <summary>
/// Numbers the rows of tables that are written in bulk. Takes blocks of numbers from the database ahead of use, so that
/// several nodes never give one number twice; a block that is lost with its process leaves a gap and nothing else.
/// Take numbers before a write transaction begins: a refill writes on a connection of its own.
/// </summary>
public sealed class IdSource(IDbContextFactory<LoyaltyDbContext> databases)
{
    private const int Block = 10_000;
    private readonly ConcurrentDictionary<Type, Pool> pools = new();

    /// <summary>The next number for a row of a type.</summary>
    public long Next<T>() => Take<T>(1);

    /// <summary>The first of so many successive numbers for rows of a type.</summary>
    public long Take<T>(int count)
    {
        var pool = pools.GetOrAdd(typeof(T), static _ => new Pool());
        lock (pool)
        {
            if (pool.End - pool.Next < count)
            {
                (pool.Next, pool.End) = Reserve(typeof(T).Name, Math.Max(Block, count));
            }

            var first = pool.Next;
            pool.Next += count;
            return first;
        }
    }

    private (long Next, long End) Reserve(string name, int count)
    {
        using var db = databases.CreateDbContext();
        while (true)
        {
            var next = db.IdSequences.Where(s => s.Name == name).Select(s => (long?)s.Next).SingleOrDefault();
            if (next is null)
            {
                Add(name);
                continue;
            }

            var end = next.Value + count;
            if (db.IdSequences.Where(s => s.Name == name && s.Next == next.Value).ExecuteUpdate(set => set.SetProperty(s => s.Next, end)) == 1)
            {
                return (next.Value, end);
            }
        }
    }

    private void Add(string name)
    {
        using var db = databases.CreateDbContext();
        db.IdSequences.Add(new IdSequence { Name = name, Next = 1 });
        try
        {
            db.SaveChanges();
        }
        catch (DbUpdateException) when (db.IdSequences.Any(s => s.Name == name))
        {
            // Another node added the sequence first: it is there, which is all that was wanted.
        }
    }

    private sealed class Pool
    {
        public long Next { get; set; }

        public long End { get; set; }
    }
}
