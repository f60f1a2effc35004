using System.Diagnostics;
using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Tiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>The night's work on levels over 100,000 members with a million receipts, beside a plain SQL aggregate of the same rows (R7).</summary>
internal static class TierLoad
{
    private const int Members = 100_000;
    private const int ReceiptsOfMember = 10;
    private const int Runs = 3;
    private const string Aggregate = """SELECT "MemberId", SUM("Net") FROM "Receipts" WHERE "MemberId" IS NOT NULL AND "Day" >= @from GROUP BY "MemberId" """;

    /// <summary>Writes a line for the aggregate, for the first night of a ladder and for a night on which nothing happens.</summary>
    public static async Task MeasureAsync(TextWriter output)
    {
        using var folder = new BenchmarkFolder();
        await using var services = Services(folder.File("tiers.db"));
        await FillAsync(services);
        var recalculate = services.GetRequiredService<RecalculateTiers>();
        var (databases, actor) = (services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>(), Actor.System("benchmark"));

        var floor = await TimeAsync(() => AggregateAsync(databases));
        var watch = Stopwatch.StartNew();
        var first = await recalculate.ExecuteAsync(actor, null, default);
        var night = watch.Elapsed.TotalMilliseconds;
        var quiet = await TimeAsync(() => recalculate.ExecuteAsync(actor, null, default));
        await output.WriteLineAsync(Text($"plain aggregate {floor,8:F0} ms"));
        await output.WriteLineAsync(Text($"first night     {night,8:F0} ms   {night / floor:F1} times the aggregate, {first.Steps.Values.Sum()} steps"));
        await output.WriteLineAsync(Text($"any other night {quiet,8:F0} ms   {quiet / floor:F1} times the aggregate"));
    }

    private static ServiceProvider Services(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddLocalization();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>();
        services.AddSqliteDatabase($"Data Source={file};Pooling=True");
        services.AddPrograms();
        services.AddTiers();
        return services.BuildServiceProvider();
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        var (databases, sql) = (services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>(), services.GetRequiredService<SqlProvider>());
        await databases.MigrateAsync(default);
        await ProgramSeed.EnsureAsync(databases, sql, services.GetRequiredService<BusinessClock>(), Ladder.Conditions(t => t with { Window = TierWindow.RollingYear }), default);
        await using var db = await databases.CreateDbContextAsync();
        var program = await db.Programs.Select(p => p.Id).SingleAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var batch in Enumerable.Range(1, Members).Chunk(20_000))
        {
            await sql.InsertAsync(db, [.. batch.Select(i => new Member { Id = i, JoinedAt = DateTime.UnixEpoch, JoinedOn = new DateOnly(2024, 1, 1), SearchKey = "" })], default);
            await sql.InsertAsync(db, [.. batch.Select(i => new Account { Id = i, MemberId = i, ProgramId = program })], default);
            await sql.InsertAsync(db, [.. batch.SelectMany(Receipts)], default);
        }

        await transaction.CommitAsync();
    }

    /// <summary>Over some twenty months; three of ten members spend a thousand a year or more.</summary>
    private static IEnumerable<Receipt> Receipts(int member) => Enumerable.Range(0, ReceiptsOfMember).Select(i =>
    {
        var at = DateTime.UtcNow.Date.AddDays(-(i * 61 + (member % 60)));
        var net = Money.Of(member % 10 < 3 ? 200 + (member % 7 * 300) : 20 + (member % 50));
        return new Receipt
        {
            Id = ((long)member * ReceiptsOfMember) + i,
            Key = Text($"{member}-{i}"),
            MemberId = member,
            OccurredAt = at,
            Day = DateOnly.FromDateTime(at),
            Gross = net,
            Net = net,
            PayloadHash = "",
            RecordedAt = at,
        };
    });

    private static async Task AggregateAsync(IDbContextFactory<LoyaltyDbContext> databases)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = Aggregate;
        var from = command.CreateParameter();
        (from.ParameterName, from.Value) = ("@from", DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        command.Parameters.Add(from);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = reader.GetInt64(1);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times.Order().ElementAt(Runs / 2);
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
