using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoyaltyAdmin.Data;

/// <summary>Chooses the database by the settings <c>Database:Provider</c> and <c>ConnectionStrings:Loyalty</c>.</summary>
public static class DatabaseRegistration
{
    public const string Sqlite = DatabaseSettings.Sqlite;
    public const string SqlServer = DatabaseSettings.SqlServer;

    public static void AddData(this WebApplicationBuilder builder)
    {
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        var database = DatabaseSettings.Of(builder.Configuration, builder.Environment.ContentRootPath);
        _ = database.Provider == SqlServer
            ? builder.Services.AddSqlServerDatabase(database.ConnectionString)
            : builder.Services.AddSqliteDatabase(database.ConnectionString);
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
            options.AddInterceptors(new WrittenOnce(), container.GetRequiredService<AuditInterceptor>());
            options.ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.SaveChangesFailed));
        });
        services.AddSingleton<IDbContextFactory<LoyaltyDbContext>, ProviderFactory<TContext>>();
        services.AddScoped<LoyaltyDbContext>(container => container.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext());
        return services;
    }

    /// <summary>Hands out the provider's context under the name that the rooms use.</summary>
    private sealed class ProviderFactory<TContext>(IDbContextFactory<TContext> contexts) : IDbContextFactory<LoyaltyDbContext>
        where TContext : LoyaltyDbContext
    {
        public LoyaltyDbContext CreateDbContext() => contexts.CreateDbContext();
    }
}
