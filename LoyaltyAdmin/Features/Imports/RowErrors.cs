using System.Text.Json;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A row that was not taken, with the reason as a code for the words of any language.</summary>
/// <param name="Row">Its number as a spreadsheet shows it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Cells">As the file has them; empty until the import has ended.</param>
public sealed record RowError(int Row, Rejection Reason, IReadOnlyList<string> Cells);

/// <summary>A reason with the rows that it has refused.</summary>
/// <param name="Code">Of the reason.</param>
/// <param name="Rows">How many.</param>
/// <param name="First">The first of them.</param>
public sealed record ReasonCount(string Code, int Rows, RowError First);

/// <summary>
/// What is wrong with the rows of one import, in a file of its own that stays. One entry per row, so that noting it again
/// after a restart changes nothing.
/// </summary>
internal sealed class RowErrors : IDisposable
{
    private readonly SqliteConnection connection;
    private SqliteTransaction? transaction;

    private RowErrors(string path, SqliteOpenMode mode)
    {
        connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        if (mode == SqliteOpenMode.ReadWriteCreate)
        {
            Execute("""
                PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
                CREATE TABLE IF NOT EXISTS Errors (row INTEGER PRIMARY KEY, code TEXT NOT NULL, arguments TEXT NOT NULL, cells TEXT);
                CREATE TABLE IF NOT EXISTS Header (columns TEXT NOT NULL, format TEXT NOT NULL);
                """);
        }
    }

    public static RowErrors Open(string path) => new(path, SqliteOpenMode.ReadWriteCreate);

    /// <summary>For reading only; null where nothing was written yet.</summary>
    public static RowErrors? OpenExisting(string path) => File.Exists(path) ? new RowErrors(path, SqliteOpenMode.ReadWrite) : null;

    /// <summary>Keeps what is needed to write the refused rows as the file has them.</summary>
    public void SetHeader(TableReader table) => Execute(
        "DELETE FROM Header; INSERT INTO Header VALUES (@p0, @p1)", JsonSerializer.Serialize(table.Columns), JsonSerializer.Serialize(table.Format));

    /// <summary>How the file was written; null where it was never read.</summary>
    public TableFormat? Format()
    {
        using var command = Command("SELECT format FROM Header");
        return command.ExecuteScalar() is string json ? JsonSerializer.Deserialize<TableFormat>(json) : null;
    }

    /// <summary>Gathers what follows; it is kept with <see cref="Save"/>.</summary>
    public void Note(int row, Rejection reason, IReadOnlyList<string>? cells = null)
    {
        transaction ??= connection.BeginTransaction();
        Execute(
            "INSERT INTO Errors VALUES (@p0, @p1, @p2, @p3) ON CONFLICT (row) DO UPDATE SET code = excluded.code, arguments = excluded.arguments, cells = coalesce(excluded.cells, cells)",
            row,
            reason.Code,
            JsonSerializer.Serialize(reason.Arguments.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture))),
            cells is null ? DBNull.Value : JsonSerializer.Serialize(cells));
    }

    /// <summary>Adds the cells of rows that were noted without.</summary>
    public void SetCells(int row, IReadOnlyList<string> cells)
    {
        transaction ??= connection.BeginTransaction();
        Execute("UPDATE Errors SET cells = @p1 WHERE row = @p0", row, JsonSerializer.Serialize(cells));
    }

    public void Save()
    {
        transaction?.Commit();
        transaction?.Dispose();
        transaction = null;
    }

    public int Count(string? code = null)
    {
        using var command = Command("SELECT count(*) FROM Errors WHERE @p0 = '' OR code = @p0", code ?? "");
        return (int)(command.ExecuteScalar() as long? ?? 0);
    }

    /// <summary>The numbers of the rows whose cells are not noted, ascending.</summary>
    public IEnumerable<int> WithoutCells()
    {
        using var command = Command("SELECT row FROM Errors WHERE cells IS NULL ORDER BY row");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetInt32(0);
        }
    }

    public IReadOnlyList<string> Columns()
    {
        using var command = Command("SELECT columns FROM Header");
        return command.ExecuteScalar() is string json ? JsonSerializer.Deserialize<string[]>(json)! : [];
    }

    /// <summary>In the order of the file.</summary>
    public IEnumerable<RowError> All() => Query("SELECT row, code, arguments, cells FROM Errors ORDER BY row");

    /// <param name="page">Which of them.</param>
    /// <param name="code">Only those of this reason; null for all.</param>
    public IReadOnlyList<RowError> Page(PageRequest page, string? code) =>
    [
        .. Query(
            "SELECT row, code, arguments, cells FROM Errors WHERE @p2 = '' OR code = @p2 ORDER BY row LIMIT @p0 OFFSET @p1",
            page.Take,
            page.Skip,
            code ?? ""),
    ];

    /// <summary>How many rows each reason has refused, the most frequent first, with the first of them.</summary>
    public IReadOnlyList<ReasonCount> Reasons()
    {
        var counts = new List<(string Code, int Rows, int First)>();
        using (var command = Command("SELECT code, count(*), min(row) FROM Errors GROUP BY code ORDER BY count(*) DESC, code"))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                counts.Add((reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2)));
            }
        }

        return [.. counts.Select(c => new ReasonCount(c.Code, c.Rows, Query("SELECT row, code, arguments, cells FROM Errors WHERE row = @p0", c.First).Single()))];
    }

    public void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }

    private IEnumerable<RowError> Query(string sql, params object[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            object[] arguments = JsonSerializer.Deserialize<string[]>(reader.GetString(2))!;
            var cells = reader.IsDBNull(3) ? [] : JsonSerializer.Deserialize<string[]>(reader.GetString(3))!;
            yield return new RowError(reader.GetInt32(0), new Rejection(reader.GetString(1), arguments), cells);
        }
    }

    private void Execute(string sql, params object[] values) => connection.Execute(transaction, sql, values);

    private SqliteCommand Command(string sql, params object[] values) => connection.Command(transaction, sql, values);
}
