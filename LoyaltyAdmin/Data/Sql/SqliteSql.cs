using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoyaltyAdmin.Data.Sql;

/// <summary>SQLite: prepared statements, which run inside the process and so cost no round trip.</summary>
public sealed class SqliteSql : SqlProvider
{
    private const int Constraint = 19;
    private const int Busy = 5;

    public override string DaysBetween(string from, string to) => $"CAST(julianday({to}) - julianday({from}) AS INTEGER)";

    public override string MonthOf(string day) => $"(substr({day}, 1, 8) || '01')";

    /// <summary>Texts are sorted by code point, and LIKE, which folds case, uses no such index.</summary>
    public override string? After(string beginning) => beginning[^1] < char.MaxValue ? beginning[..^1] + (char)(beginning[^1] + 1) : null;

    /// <summary>A transaction that is to write has the only pen from its beginning.</summary>
    public override string HeldForReading(string table) => $"\"{table}\"";

    public override bool IsUniqueViolation(Exception exception) => Find(exception) is { SqliteErrorCode: Constraint };

    public override bool IsTransient(Exception exception) => Find(exception) is { SqliteErrorCode: Busy };

    public override async Task<IDbContextTransaction> BeginReadAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        // A deferred transaction takes no write lock and sees the state of its first read until its end.
        await db.Database.OpenConnectionAsync(ct);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        return (await db.Database.UseTransactionAsync(transaction, ct))!;
    }

    public override Task<int[]> ExecuteManyAsync(LoyaltyDbContext db, string sql, IReadOnlyList<object?[]> parameters, CancellationToken ct)
    {
        var touched = new int[parameters.Count];
        if (parameters.Count == 0)
        {
            return Task.FromResult(touched);
        }

        using var statement = new SqliteStatement(Connection(db), sql, parameters[0].Length);
        for (var i = 0; i < touched.Length; i++)
        {
            ct.ThrowIfCancellationRequested();
            for (var p = 0; p < parameters[i].Length; p++)
            {
                statement.Bind(p, parameters[i][p]);
            }

            touched[i] = statement.Run();
        }

        return Task.FromResult(touched);
    }

    protected override Task InsertRowsAsync<T>(LoyaltyDbContext db, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        var names = string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"@p{i}"));
        var sql = $"INSERT INTO \"{table.Name}\" ({names}) VALUES ({values})";
        using var statement = new SqliteStatement(Connection(db), sql, table.Columns.Count);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            for (var i = 0; i < table.Columns.Count; i++)
            {
                statement.Bind(i, table.Columns[i].Read(row));
            }

            statement.Run();
        }

        return Task.CompletedTask;
    }

    private static SqliteConnection Connection(LoyaltyDbContext db) => (SqliteConnection)db.Database.GetDbConnection();

    private static SqliteException? Find(Exception? exception) => exception switch
    {
        null => null,
        SqliteException found => found,
        _ => Find(exception.InnerException),
    };
}
