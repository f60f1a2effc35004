using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LoyaltyAdmin.Data.Sql;

/// <summary>
/// One prepared statement that runs many times, its parameters bound by position. ADO.NET looks each of them up by name
/// again at each run, which costs more than the inserting itself. Values are stored as ADO.NET stores them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private const string StoredDay = "yyyy-MM-dd";
    private const string StoredInstant = "yyyy-MM-dd HH:mm:ss.FFFFFFF";
    private readonly sqlite3 connection;
    private readonly sqlite3_stmt statement;
    private readonly int[] positions;
    private byte[] text = new byte[256];

    /// <param name="connection">An open connection, whose transaction the statement runs in.</param>
    /// <param name="sql">One statement, with parameters named @p0, @p1 … in any order.</param>
    /// <param name="parameters">How many.</param>
    public SqliteStatement(SqliteConnection connection, string sql, int parameters)
    {
        this.connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(this.connection, sql, out statement));
        positions = [.. Enumerable.Range(0, parameters).Select(i => raw.sqlite3_bind_parameter_index(statement, $"@p{i}"))];
    }

    /// <summary>Sets the value of the parameter @p of this number for the next run.</summary>
    public void Bind(int parameter, object? value)
    {
        var position = positions[parameter];
        Check(value switch
        {
            null => raw.sqlite3_bind_null(statement, position),
            long number => raw.sqlite3_bind_int64(statement, position, number),
            int number => raw.sqlite3_bind_int64(statement, position, number),
            string words => BindText(position, words),
            DateTime instant => instant.TryFormat(text, out var length, StoredInstant, CultureInfo.InvariantCulture) ? BindText(position, length) : raw.SQLITE_TOOBIG,
            DateOnly day => day.TryFormat(text, out var length, StoredDay, CultureInfo.InvariantCulture) ? BindText(position, length) : raw.SQLITE_TOOBIG,
            bool or Enum => raw.sqlite3_bind_int64(statement, position, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException($"{value.GetType().Name} is not written in bulk."),
        });
    }

    /// <summary>Runs it and tells how many rows it touched.</summary>
    /// <exception cref="SqliteException">A constraint was broken, or the database is busy.</exception>
    public int Run()
    {
        var outcome = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        Check(outcome == raw.SQLITE_DONE ? raw.SQLITE_OK : outcome);
        return raw.sqlite3_changes(connection);
    }

    public void Dispose() => statement.Dispose();

    private int BindText(int position, string words)
    {
        if (words.Length == 0)
        {
            // An empty span has no address, and SQLite takes that for NULL.
            return raw.sqlite3_bind_text(statement, position, words);
        }

        var longest = Encoding.UTF8.GetMaxByteCount(words.Length);
        if (text.Length < longest)
        {
            text = new byte[longest];
        }

        return BindText(position, Encoding.UTF8.GetBytes(words, text));
    }

    private int BindText(int position, int length) => raw.sqlite3_bind_text(statement, position, text.AsSpan(0, length));

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, connection);
}
