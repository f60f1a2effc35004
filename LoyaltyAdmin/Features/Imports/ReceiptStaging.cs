using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// The rows of one receipts file in a passing SQLite file, whatever the main database is: there they are grouped and put in
/// the order of time by SQLite's external sort, so that a file of any size takes little memory. Losing it costs no more
/// than reading the file again, so nothing waits for the disk.
/// </summary>
internal sealed class ReceiptStaging : IDisposable
{
    private const string Columns = "row, key, at, isReturn, returnOf, member, store, register, channel, line, sku, name, category, quantity, gross, discount";
    private const int ColumnCount = 16;
    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;
    private SqliteStatement? insert;

    private ReceiptStaging(string path)
    {
        connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; PRAGMA cache_size = -65536; PRAGMA locking_mode = EXCLUSIVE");
    }

    /// <summary>Rows of data in the file.</summary>
    public int RowCount { get; private set; }

    /// <summary>Rows that were found wrong.</summary>
    public int Rejected { get; private set; }

    /// <summary>Sales and returns.</summary>
    public int OperationCount { get; private set; }

    /// <summary>Opens the rows that were staged before; null where they are missing or not complete.</summary>
    public static ReceiptStaging? OpenComplete(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var staging = new ReceiptStaging(path);
        try
        {
            if (staging.Scalar("SELECT count(*) FROM Staged") == 1)
            {
                staging.ReadTotals();
                return staging;
            }
        }
        catch (SqliteException)
        {
            // Cut short before the tables were whole: as good as missing.
        }

        staging.Dispose();
        return null;
    }

    /// <summary>Begins anew.</summary>
    public static ReceiptStaging Create(string path)
    {
        File.Delete(path);
        var staging = new ReceiptStaging(path);
        staging.Execute("""
            CREATE TABLE Staged (rows INTEGER NOT NULL, rejected INTEGER NOT NULL, operations INTEGER NOT NULL);
            CREATE TABLE Broken (key TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE Rows (row INTEGER PRIMARY KEY, key TEXT, at INTEGER, isReturn INTEGER, returnOf TEXT, member TEXT, store TEXT,
                register TEXT, channel TEXT, line INTEGER, sku TEXT, name TEXT, category TEXT, quantity INTEGER, gross INTEGER, discount INTEGER);
            """);
        staging.transaction = staging.connection.BeginTransaction();
        var values = string.Join(", ", Enumerable.Range(0, ColumnCount).Select(i => $"@p{i}"));
        staging.insert = new SqliteStatement(staging.connection, $"INSERT INTO Rows ({Columns}) VALUES ({values})", ColumnCount);
        return staging;
    }

    public void Add(ReceiptRow row)
    {
        ReadOnlySpan<object?> values =
        [
            row.Row, row.Key, row.OccurredAt.Ticks, row.IsReturn, row.ReturnOf, row.Member, row.Store, row.Register, row.Channel,
            row.Line, row.Sku, row.Name, row.Category, row.Quantity.Thousandths, row.Gross.Minor, row.Discount.Minor,
        ];
        for (var i = 0; i < ColumnCount; i++)
        {
            insert!.Bind(i, values[i]);
        }

        insert!.Run();
    }

    /// <summary>Notes that a row of this receipt is wrong: half a receipt is not posted.</summary>
    public void Break(string key) => Execute("INSERT OR IGNORE INTO Broken VALUES (@p0)", key);

    /// <summary>Takes out the receipts that cannot be posted as a whole, noting of each row why, and closes the staging.</summary>
    public void Complete(int rows, RowErrors errors)
    {
        Execute("""
            CREATE TEMP TABLE Contradicting AS
                SELECT key, isReturn FROM Rows WHERE key IS NOT NULL GROUP BY key, isReturn
                HAVING count(*) > 1 AND (min(at) <> max(at) OR min(member) <> max(member) OR min(returnOf) <> max(returnOf));
            """);
        TakeOut("Imports.OtherRowWrong", "key IN (SELECT key FROM Broken)", errors);
        TakeOut("Imports.RowsContradict", "(key, isReturn) IN (SELECT key, isReturn FROM Contradicting)", errors);
        errors.Save();
        Execute("""
            INSERT INTO Staged SELECT @p0, @p1,
                (SELECT count(*) FROM Rows WHERE key IS NULL) +
                (SELECT count(*) FROM (SELECT 1 FROM Rows WHERE key IS NOT NULL GROUP BY key, isReturn))
            """, rows, errors.Count());
        ReadTotals();
        transaction!.Commit();
        insert!.Dispose();
        (transaction, insert) = (null, null);
    }

    /// <summary>The rows of each sale and each return together, in the order in which they are posted: by time, sales before returns.</summary>
    /// <param name="skip">How many of them are posted already.</param>
    public IEnumerable<IReadOnlyList<ReceiptRow>> Operations(int skip)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM Rows ORDER BY at, key, isReturn, row";
        using var reader = command.ExecuteReader();
        var together = new List<ReceiptRow>();
        while (reader.Read())
        {
            var row = Row(reader);
            if (together.Count > 0 && !together[0].BelongsWith(row))
            {
                if (--skip < 0)
                {
                    yield return together;
                }

                together = [];
            }

            together.Add(row);
        }

        if (together.Count > 0 && skip <= 0)
        {
            yield return together;
        }
    }

    public void Dispose()
    {
        insert?.Dispose();
        transaction?.Dispose();
        connection.Dispose();
    }

    private void ReadTotals()
    {
        RowCount = (int)Scalar("SELECT rows FROM Staged");
        Rejected = (int)Scalar("SELECT rejected FROM Staged");
        OperationCount = (int)Scalar("SELECT operations FROM Staged");
    }

    private void TakeOut(string code, string condition, RowErrors errors)
    {
        using (var command = Command($"SELECT row, key FROM Rows WHERE {condition} ORDER BY row"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                errors.Note(reader.GetInt32(0), new Rejection(code, reader.GetString(1)));
            }
        }

        Execute($"DELETE FROM Rows WHERE {condition}");
    }

    private static ReceiptRow Row(SqliteDataReader reader) => new()
    {
        Row = reader.GetInt32(0),
        Key = Text(reader, 1),
        OccurredAt = new DateTime(reader.GetInt64(2), DateTimeKind.Utc),
        IsReturn = reader.GetInt64(3) == 1,
        ReturnOf = Text(reader, 4),
        Member = Text(reader, 5),
        Store = Text(reader, 6),
        Register = Text(reader, 7),
        Channel = Text(reader, 8),
        Line = reader.IsDBNull(9) ? null : reader.GetInt32(9),
        Sku = Text(reader, 10),
        Name = Text(reader, 11),
        Category = Text(reader, 12),
        Quantity = new Quantity(reader.GetInt64(13)),
        Gross = new Money(reader.GetInt64(14)),
        Discount = new Money(reader.GetInt64(15)),
    };

    private static string? Text(SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private long Scalar(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteScalar() as long? ?? 0;
    }

    private void Execute(string sql, params object[] values) => connection.Execute(transaction, sql, values);

    private SqliteCommand Command(string sql, params object[] values) => connection.Command(transaction, sql, values);
}
