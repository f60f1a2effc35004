using LoyaltyAdmin.Data;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LoyaltyAdmin.Tests.Data;

public sealed class MigrationsTests
{
    private static SqliteLoyaltyDbContext Sqlite =>
        new(new DbContextOptionsBuilder<SqliteLoyaltyDbContext>().UseSqlite("Data Source=:memory:").Options);

    private static SqlServerLoyaltyDbContext SqlServer =>
        new(new DbContextOptionsBuilder<SqlServerLoyaltyDbContext>().UseSqlServer("Server=none").Options);

    [Fact]
    public void No_change_of_the_model_lacks_its_migration()
    {
        using var sqlite = Sqlite;
        using var sqlServer = SqlServer;

        Assert.False(sqlite.Database.HasPendingModelChanges(), "Run LoyaltyAdmin/Data/Migrations/regenerate.sh (SQLite)");
        Assert.False(sqlServer.Database.HasPendingModelChanges(), "Run LoyaltyAdmin/Data/Migrations/regenerate.sh (SQL Server)");
    }

    [Fact]
    public void Sql_Server_gets_a_script_of_all_tables()
    {
        using var db = SqlServer;

        var script = db.GetService<IMigrator>().GenerateScript();

        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).Distinct();
        Assert.All(tables, table => Assert.Contains($"CREATE TABLE [{table}]", script));
    }

    [Fact]
    public async Task An_empty_database_takes_all_migrations()
    {
        using var database = TestDatabase.Create();
        await using var db = database.CreateDbContext();

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
        Assert.Equal(0, await db.Members.CountAsync());
    }
}
