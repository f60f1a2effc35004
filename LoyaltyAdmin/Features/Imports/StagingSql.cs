using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Statements on the file beside an import, whose values are named @p0, @p1 …</summary>
internal static class StagingSql
{
    public static SqliteCommand Command(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params object[] values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // the texts are made of constants of this program
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue($"@p{i}", values[i]);
        }

        return command;
    }

    public static void Execute(this SqliteConnection connection, SqliteTransaction? transaction, string sql, params object[] values)
    {
        using var command = connection.Command(transaction, sql, values);
        command.ExecuteNonQuery();
    }
}
