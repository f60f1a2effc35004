using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>
/// A database of one test, with the migrations applied: SQLite in a temporary file, or SQL Server where
/// <c>LOYALTYADMIN_TEST_SQLSERVER</c> holds a connection string. It is the factory of contexts that use cases take.
/// </summary>
public sealed class TestDatabase : IDbContextFactory<LoyaltyDbContext>, IDisposable
{
    private readonly TestStore store;
    private readonly ServiceProvider services;

    private TestDatabase(TestStore store, TestClock clock, Action<IServiceCollection>? more)
    {
        (this.store, Clock) = (store, clock);
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddLocalization();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<TimeProvider>(clock);
        collection.AddSingleton<BusinessClock>();
        store.Register(collection);
        Strict<SqliteLoyaltyDbContext>(collection);
        Strict<SqlServerLoyaltyDbContext>(collection);
        more?.Invoke(collection);
        services = collection.BuildServiceProvider();
    }

    public TestClock Clock { get; }

    public IServiceProvider Services => services;

    public SqlProvider Sql => Get<SqlProvider>();

    public IdSource Ids => Get<IdSource>();

    /// <summary>An empty database; services that the tested classes ask for can be added.</summary>
    public static TestDatabase Create(TestClock? clock = null, Action<IServiceCollection>? more = null) =>
        new(TestStore.Create(), clock ?? new TestClock(), more);

    /// <summary>A database with a program whose first version is in force from the beginning of time.</summary>
    public static async Task<TestDatabase> WithProgramAsync(
        ProgramConditions? conditions = null, int pointDecimals = 0, TestClock? clock = null, Action<IServiceCollection>? more = null)
    {
        var database = Create(clock, more);
        await ProgramSeed.EnsureAsync(database, database.Sql, database.Clock.Business, conditions ?? new ProgramConditions(), default);
        if (pointDecimals > 0)
        {
            await using var db = database.CreateDbContext();
            (await db.Programs.SingleAsync()).DividePoints(pointDecimals);
            await db.SaveChangesAsync();
        }

        return database;
    }

    public LoyaltyDbContext CreateDbContext() => Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>An object of a class that is not registered, its constructor's services taken from here.</summary>
    public T Make<T>(params object[] arguments) => ActivatorUtilities.CreateInstance<T>(services, arguments);

    /// <summary>Saves rows as they are.</summary>
    public async Task AddAsync(params object[] rows)
    {
        await using var db = CreateDbContext();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>A query that takes some of its rows without an order gets other rows each time: that is a bug, not a warning.</summary>
    private static void Strict<TContext>(IServiceCollection collection)
        where TContext : LoyaltyDbContext =>
        collection.ConfigureDbContext<TContext>(options => options.ConfigureWarnings(warnings => warnings.Throw(
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning)));

    public void Dispose()
    {
        services.DisposeAsync().AsTask().GetAwaiter().GetResult();
        store.Dispose();
    }
}
