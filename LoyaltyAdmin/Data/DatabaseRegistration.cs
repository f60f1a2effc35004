using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoyaltyAdmin.Data;

/// <summary>Chooses the database by the settings <c>Database:Provider</c> and <c>ConnectionStrings:Loyalty</c>.</summary>
public static class DatabaseRegistration
{
    public const string Sqlite = "Sqlite";
    public const string SqlServer = "SqlServer";

    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        var provider = builder.Configuration["Database:Provider"] ?? Sqlite;
        var connection = builder.Configuration.GetConnectionString("Loyalty");
        switch (provider)
        {
            case Sqlite:
                builder.Services.AddSqliteDatabase(SqliteConnectionString(connection, builder.Environment.ContentRootPath));
                break;
            case SqlServer:
                builder.Services.AddSqlServerDatabase(connection ?? throw new InvalidOperationException(
                    "Database:Provider is SqlServer: set ConnectionStrings:Loyalty (environment variable ConnectionStrings__Loyalty)."));
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{provider}': set it to {Sqlite} or {SqlServer}.");
        }
    }

    /// <summary>The tables on SQLite, for the program and for tests.</summary>
    public static IServiceCollection AddSqliteDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<SqlProvider, SqliteSql>();
        return services.AddDatabase<SqliteLoyaltyDbContext>(options => options
            .UseSqlite(connectionString)
            .AddInterceptors(new SqlitePragmas()));
    }

    /// <summary>The tables on SQL Server, for the program and for tests.</summary>
    public static IServiceCollection AddSqlServerDatabase(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton<SqlProvider, SqlServerSql>();
        return services.AddDatabase<SqlServerLoyaltyDbContext>(options => options.UseSqlServer(connectionString));
    }

    /// <summary>Brings the database to the newest migration, creating it where it is not there yet.</summary>
    public static async Task MigrateAsync(this IDbContextFactory<LoyaltyDbContext> databases, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
    }

    private static IServiceCollection AddDatabase<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> provider)
        where TContext : LoyaltyDbContext
    {
        services.AddSingleton<AuditInterceptor>();
        services.AddSingleton<IdSource>();
        services.AddDbContextFactory<TContext>((container, options) =>
        {
            provider(options);
            options.AddInterceptors(container.GetRequiredService<AuditInterceptor>());
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed));
        });
        services.AddSingleton<IDbContextFactory<LoyaltyDbContext>, ProviderFactory<TContext>>();
        services.AddScoped<LoyaltyDbContext>(container => container.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext());
        return services;
    }

    private static string SqliteConnectionString(string? configured, string contentRoot)
    {
        var connection = new SqliteConnectionStringBuilder(configured ?? "Data Source=App_Data/loyalty.db");
        if (connection.DataSource != ":memory:" && connection.Mode != SqliteOpenMode.Memory)
        {
            connection.DataSource = Path.Combine(contentRoot, connection.DataSource);
            Directory.CreateDirectory(Path.GetDirectoryName(connection.DataSource)!);
        }

        return connection.ToString();
    }

    /// <summary>Hands out the provider's context under the name that the rooms use.</summary>
    private sealed class ProviderFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<LoyaltyDbContext>
        where TContext : LoyaltyDbContext
    {
        public LoyaltyDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
