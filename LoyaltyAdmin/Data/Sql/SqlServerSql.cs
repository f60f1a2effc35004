using System.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoyaltyAdmin.Data.Sql;

/// <summary>SQL Server: bulk copy and batches of commands, so that many rows cost few round trips.</summary>
public sealed class SqlServerSql : SqlProvider
{
    private const int CommandsPerBatch = 500;

    public override string DaysBetween(string from, string to) => $"DATEDIFF(day, {from}, {to})";

    public override string MonthOf(string day) => $"DATEFROMPARTS(YEAR({day}), MONTH({day}), 1)";

    public override string? After(string beginning) => null;

    public override string HeldForReading(string table) => $"\"{table}\" WITH (REPEATABLEREAD)";

    // 2601 and 2627: duplicate key; 547: another constraint.
    public override bool IsUniqueViolation(Exception exception) => Find(exception) is { Number: 2601 or 2627 or 547 };

    // 1205: chosen as deadlock victim; 1222: lock request timed out; -2: timeout.
    public override bool IsTransient(Exception exception) => Find(exception) is { Number: 1205 or 1222 or -2 };

    public override Task<IDbContextTransaction> BeginReadAsync(LoyaltyDbContext db, CancellationToken ct) =>
        db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, ct);

    public override async Task<int[]> ExecuteManyAsync(LoyaltyDbContext db, string sql, IReadOnlyList<object?[]> parameters, CancellationToken ct)
    {
        var (connection, transaction) = Open(db);
        var touched = new int[parameters.Count];
        for (var start = 0; start < parameters.Count; start += CommandsPerBatch)
        {
            var count = Math.Min(CommandsPerBatch, parameters.Count - start);
            await using var batch = new SqlBatch((SqlConnection)connection, (SqlTransaction?)transaction);
            for (var i = 0; i < count; i++)
            {
                var command = new SqlBatchCommand(sql);
                for (var p = 0; p < parameters[start + i].Length; p++)
                {
                    command.Parameters.Add(Parameter($"@p{p}", parameters[start + i][p]));
                }

                batch.BatchCommands.Add(command);
            }

            await batch.ExecuteNonQueryAsync(ct);
            for (var i = 0; i < count; i++)
            {
                touched[start + i] = batch.BatchCommands[i].RecordsAffected;
            }
        }

        return touched;
    }

    protected override async Task InsertRowsAsync<T>(LoyaltyDbContext db, BulkTable<T> table, IReadOnlyCollection<T> rows, CancellationToken ct)
    {
        using var data = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var column in table.Columns)
        {
            data.Columns.Add(column.Name, column.Type == typeof(DateOnly) ? typeof(DateTime) : column.Type);
        }

        foreach (var row in rows)
        {
            data.Rows.Add([.. table.Columns.Select(c => Stored(c.Read(row)))]);
        }

        var (connection, transaction) = Open(db);
        using var copy = new SqlBulkCopy((SqlConnection)connection, SqlBulkCopyOptions.CheckConstraints, (SqlTransaction?)transaction)
        {
            DestinationTableName = $"[{table.Name}]",
        };
        foreach (var column in table.Columns)
        {
            copy.ColumnMappings.Add(column.Name, column.Name);
        }

        await copy.WriteToServerAsync(data, ct);
    }

    /// <summary>An instant is a datetime2: the default type would round it to three hundredths of a second.</summary>
    private static SqlParameter Parameter(string name, object? value) => value is DateTime instant
        ? new SqlParameter(name, SqlDbType.DateTime2) { Value = instant }
        : new SqlParameter(name, value ?? DBNull.Value);

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        Enum member => Convert.ChangeType(member, Enum.GetUnderlyingType(member.GetType()), System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    private static SqlException? Find(Exception? exception) => exception switch
    {
        null => null,
        SqlException found => found,
        _ => Find(exception.InnerException),
    };
}
