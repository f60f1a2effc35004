using System.Diagnostics;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>
/// The floor under the posting of receipts: rows that the portal wrote, read from its database and inserted with prepared
/// statements into a fresh one of the same schema, indexes, checks and durability, with nothing decided and nothing updated.
/// </summary>
internal sealed class RawInserts : IDisposable
{
    private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536;";

    /// <summary>An expiry belongs to the receipt before which it was found to be due: the account's next one.</summary>
    private const string ReceiptOfEntry =
        """
        coalesce(e."ReceiptId", (SELECT n."ReceiptId" FROM "LedgerEntries" n
            WHERE n."AccountId" = e."AccountId" AND n."Id" > e."Id" AND n."ReceiptId" IS NOT NULL ORDER BY n."Id" LIMIT 1),
            (SELECT max("Id") FROM "Receipts"))
        """;

    /// <summary>Tables in the order in which a receipt's rows go in, each with a query of its rows led by the receipt that brought them.</summary>
    private static readonly (string Table, string Rows)[] Brought =
    [
        ("Programs", """SELECT 0, * FROM "Programs" """),
        ("Members", """SELECT (SELECT min(r."Id") FROM "Receipts" r WHERE r."MemberId" = m."Id"), m.* FROM "Members" m"""),
        ("Accounts", """SELECT (SELECT min(r."Id") FROM "Receipts" r WHERE r."MemberId" = a."MemberId"), a.* FROM "Accounts" a"""),
        ("Receipts", """SELECT "Id", * FROM "Receipts" """),
        ("ReceiptLines", """SELECT "ReceiptId", * FROM "ReceiptLines" """),
        ("LedgerEntries", $"""SELECT {ReceiptOfEntry}, e.* FROM "LedgerEntries" e"""),
        ("Lots", """SELECT "ReceiptId", * FROM "Lots" """),
        ("Allocations", $"""SELECT {ReceiptOfEntry}, a.* FROM "Allocations" a JOIN "LedgerEntries" e ON e."Id" = a."EntryId" """),
    ];

    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> commands = [];

    private RawInserts(string target)
    {
        connection = new SqliteConnection($"Data Source={target};Pooling=False");
        connection.Open();
        Command(connection, Pragmas).ExecuteNonQuery();
    }

    /// <summary>Inserts the receipts whose key begins so, with all that they brought, and tells how many went in per second. Earlier ones go in before, unmeasured.</summary>
    public static async Task<double> MeasureAsync(string source, string target, string keyPrefix, int receiptsPerTransaction)
    {
        await CreateAsync(target);
        var (rows, first, last) = Read(source, keyPrefix);
        using var raw = new RawInserts(target);
        raw.Insert([.. rows.Where(r => r.Key < first).SelectMany(r => r.Value)]);

        List<Row>[] measured = [.. rows.Where(r => r.Key >= first && r.Key <= last).Select(r => r.Value)];
        var batches = measured.Chunk(receiptsPerTransaction).Select(batch => batch.SelectMany(r => r).ToArray()).ToArray();
        GC.Collect();
        var watch = Stopwatch.StartNew();
        Array.ForEach(batches, raw.Insert);
        return measured.Length / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static async Task CreateAsync(string target)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>()
            .AddSqliteDatabase($"Data Source={target};Pooling=False").BuildServiceProvider();
        await services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().MigrateAsync(default);
    }

    private static (SortedDictionary<long, List<Row>> Rows, long First, long Last) Read(string source, string keyPrefix)
    {
        using var connection = new SqliteConnection($"Data Source={source};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var rows = new SortedDictionary<long, List<Row>>();
        foreach (var (table, query) in Brought)
        {
            using var reader = Command(connection, query).ExecuteReader();
            var columns = Enumerable.Range(1, reader.FieldCount - 1).Select(reader.GetName).ToArray();
            while (reader.Read())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                if (!rows.TryGetValue((long)values[0], out var together))
                {
                    rows[(long)values[0]] = together = [];
                }

                together.Add(new Row(table, columns, values[1..]));
            }
        }

        using var range = Command(connection, """SELECT min("Id"), max("Id") FROM "Receipts" WHERE substr("Key", 1, length(@prefix)) = @prefix""");
        range.Parameters.AddWithValue("@prefix", keyPrefix);
        using var found = range.ExecuteReader();
        found.Read();
        return (rows, found.GetInt64(0), found.GetInt64(1));
    }

    private void Insert(Row[] rows)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var row in rows)
        {
            var command = CommandFor(row);
            command.Transaction = transaction;
            for (var i = 0; i < row.Values.Length; i++)
            {
                command.Parameters[i].Value = row.Values[i];
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private SqliteCommand CommandFor(Row row)
    {
        if (!commands.TryGetValue(row.Table, out var command))
        {
            var names = string.Join(", ", row.Columns.Select(c => $"\"{c}\""));
            command = Command(connection, $"INSERT INTO \"{row.Table}\" ({names}) VALUES ({string.Join(", ", row.Columns.Select((_, i) => $"@p{i}"))})");
            command.Parameters.AddRange(row.Columns.Select((_, i) => new SqliteParameter { ParameterName = $"@p{i}" }));
            commands[row.Table] = command;
        }

        return command;
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is made of names of this schema
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private sealed record Row(string Table, string[] Columns, object[] Values);
}
