using LoyaltyAdmin.Data;
using LoyaltyAdmin.Platform;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>Where a test's tables lie: a copy of a migrated SQLite file, or a database made and dropped on SQL Server.</summary>
public abstract class TestStore : IDisposable
{
    /// <summary>The server that tests use instead of SQLite; null for SQLite.</summary>
    public static string? SqlServer { get; } =
        Environment.GetEnvironmentVariable("LOYALTYADMIN_TEST_SQLSERVER") is { Length: > 0 } server ? server : null;

    /// <summary>The value of <c>Database:Provider</c>.</summary>
    public abstract string Provider { get; }

    /// <summary>The value of <c>ConnectionStrings:Loyalty</c>.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>An empty migrated database.</summary>
    public static TestStore Create() => SqlServer is null ? new SqliteFile() : new SqlServerDatabase(SqlServer);

    public abstract void Register(IServiceCollection services);

    public abstract void Dispose();

    private static void Migrate(Action<IServiceCollection> register)
    {
        var collection = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>();
        register(collection);
        using var services = collection.BuildServiceProvider();
        using var db = services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        db.Database.Migrate();
    }

    private sealed class SqliteFile : TestStore
    {
        private static readonly Lazy<byte[]> Migrated = new(MigrateOnce);
        private readonly string path = NewPath();

        public SqliteFile() => File.WriteAllBytes(path, Migrated.Value);

        public override string Provider => DatabaseRegistration.Sqlite;

        public override string ConnectionString => $"Data Source={path}";

        public override void Register(IServiceCollection services) => services.AddSqliteDatabase(ConnectionString);

        public override void Dispose() => Delete(path);

        private static string NewPath() => Path.Combine(Path.GetTempPath(), $"loyalty-test-{Guid.NewGuid():N}.db");

        /// <summary>Migrations take far longer than the copy of a file, so they run once.</summary>
        private static byte[] MigrateOnce()
        {
            var path = NewPath();
            try
            {
                Migrate(services => services.AddSqliteDatabase($"Data Source={path};Pooling=False"));
                return File.ReadAllBytes(path);
            }
            finally
            {
                Delete(path);
            }
        }

        private static void Delete(string path)
        {
            using (var pool = new SqliteConnection($"Data Source={path}"))
            {
                SqliteConnection.ClearPool(pool);
            }

            foreach (var file in new[] { path, path + "-wal", path + "-shm" })
            {
                File.Delete(file);
            }
        }
    }

    private sealed class SqlServerDatabase : TestStore
    {
        private readonly string server;
        private readonly string name = $"LoyaltyTest_{Guid.NewGuid():N}";

        public SqlServerDatabase(string server)
        {
            this.server = server;
            Execute($"CREATE DATABASE [{name}]");
            Migrate(Register);
        }

        public override string Provider => DatabaseRegistration.SqlServer;

        public override string ConnectionString => new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ToString();

        public override void Register(IServiceCollection services) => services.AddSqlServerDatabase(ConnectionString);

        public override void Dispose()
        {
            using (var pool = new SqlConnection(ConnectionString))
            {
                SqlConnection.ClearPool(pool);
            }

            Execute($"DROP DATABASE [{name}]");
        }

        private void Execute(string sql)
        {
            using var connection = new SqlConnection(server);
            connection.Open();
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the name is made here
            command.CommandText = sql;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}
