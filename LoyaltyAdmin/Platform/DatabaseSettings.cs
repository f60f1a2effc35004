using Microsoft.Data.Sqlite;

namespace LoyaltyAdmin.Platform;

/// <summary>The database that the settings <c>Database:Provider</c> and <c>ConnectionStrings:Loyalty</c> choose.</summary>
public sealed record DatabaseSettings(string Provider, string ConnectionString)
{
    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    /// <summary>Reads the settings; without any, SQLite in a file under <c>App_Data</c> of the content root.</summary>
    /// <exception cref="InvalidOperationException">They do not make sense; the message says what to set.</exception>
    public static DatabaseSettings Of(IConfiguration configuration, string contentRoot)
    {
        var connection = configuration.GetConnectionString("Loyalty");
        return (configuration["Database:Provider"] ?? Sqlite) switch
        {
            Sqlite => new(Sqlite, SqliteFile(connection, contentRoot)),
            SqlServer => new(SqlServer, connection ?? throw new InvalidOperationException(
                "Database:Provider is SqlServer: set ConnectionStrings:Loyalty (environment variable ConnectionStrings__Loyalty).")),
            var other => throw new InvalidOperationException($"Database:Provider is '{other}': set it to {Sqlite} or {SqlServer}."),
        };
    }

    private static string SqliteFile(string? configured, string contentRoot)
    {
        var connection = new SqliteConnectionStringBuilder(configured ?? "Data Source=App_Data/loyalty.db");
        if (connection.DataSource != ":memory:" && connection.Mode != SqliteOpenMode.Memory)
        {
            connection.DataSource = Path.Combine(contentRoot, connection.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
        }

        return connection.ToString();
    }
}
