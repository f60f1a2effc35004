using System.Diagnostics;
using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Search;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Benchmarks;

/// <summary>The search from anywhere and the list of members over a million members with a card each, on SQLite.</summary>
internal static class SearchLoad
{
    private const int Members = 1_000_000;
    private const int Runs = 20;
    private static readonly string[] FirstNames = ["Анна", "Сергей", "Мария", "Пётр", "Ольга", "Дмитрий", "Елена", "Иван", "Наталья", "Алексей"];
    private static readonly string[] Typed =
        ["8 916 000-12-34", "8 916 0", "7700000123", "member77@", "crm-500000", "иванов0500", "фамилия", "анна", "анна фамилия5", "zz-nobody", "журнал"];

    /// <summary>Writes a line for each text: milliseconds of the search from anywhere and of the list, the middle and the worst.</summary>
    public static async Task MeasureAsync(TextWriter output)
    {
        using var folder = new BenchmarkFolder();
        await using var services = Services(folder.File("search.db"));
        await FillAsync(services);
        var (find, list) = (services.GetRequiredService<FindAnywhere>(), services.GetRequiredService<MemberListQueries>());
        var actor = Actor.System("benchmark");
        foreach (var text in Typed)
        {
            var anywhere = await TimeAsync(() => find.FindAsync(actor, text, default));
            var listed = await TimeAsync(() => list.ListAsync(actor, new MemberFilter { Search = text }, default, new PageRequest(0, 50), default));
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{text,-18} anywhere {anywhere.Middle,7:F1} {anywhere.Worst,7:F1} ms   list {listed.Middle,7:F1} {listed.Worst,7:F1} ms"));
        }

        (string Name, MemberFilter Filter, MemberOrder Order)[] others =
        [
            ("all", new MemberFilter(), default),
            ("blocked", new MemberFilter { Status = MemberStatus.Blocked }, default),
            ("active by revenue", new MemberFilter { Status = MemberStatus.Active }, new MemberOrder(MemberSort.Revenue, true)),
            ("phone by revenue", new MemberFilter { Search = "8 916 000-12" }, new MemberOrder(MemberSort.Revenue, true)),
        ];
        foreach (var (name, filter, order) in others)
        {
            var listed = await TimeAsync(() => list.ListAsync(actor, filter, order, new PageRequest(0, 50), default));
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-18} list {listed.Middle,7:F1} {listed.Worst,7:F1} ms"));
        }
    }

    private static ServiceProvider Services(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddLocalization();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build()).AddSingleton(TimeProvider.System).AddSingleton<BusinessClock>();
        services.AddSqliteDatabase($"Data Source={file};Pooling=True");
        services.AddPrograms();
        services.AddTiers();
        services.AddMembers();
        services.AddSearch();
        return services.BuildServiceProvider();
    }

    private static async Task FillAsync(IServiceProvider services)
    {
        var (databases, sql) = (services.GetRequiredService<IDbContextFactory<LoyaltyDbContext>>(), services.GetRequiredService<SqlProvider>());
        await databases.MigrateAsync(default);
        await ProgramSeed.EnsureAsync(databases, sql, services.GetRequiredService<BusinessClock>(), new ProgramConditions(), default);
        await using var db = await databases.CreateDbContextAsync();
        var program = await db.Programs.Select(p => p.Id).SingleAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        foreach (var batch in Enumerable.Range(1, Members).Chunk(50_000))
        {
            await sql.InsertAsync(db, [.. batch.Select(Member)], default);
            await sql.InsertAsync(db, [.. batch.Select(i => new Account { Id = i, MemberId = i, ProgramId = program, NetRevenueMinor = i * 7919L % 1_000_003 })], default);
            await sql.InsertAsync(db, [.. batch.Select(i => new Card { MemberId = i, Number = Text($"77{i:00000000}"), IssuedAt = DateTime.UnixEpoch })], default);
        }

        await transaction.CommitAsync();
    }

    private static Member Member(int i)
    {
        var member = new Member
        {
            Id = i,
            ExternalId = Text($"crm-{i}"),
            LastName = Text($"{(i % 3 == 0 ? "Иванов" : "Фамилия")}{i * 7919L % Members:000000}"),
            FirstName = FirstNames[i % FirstNames.Length],
            Phone = Text($"+7916{i:0000000}"),
            Email = Text($"member{i}@example.com"),
            JoinedAt = DateTime.UnixEpoch,
            JoinedOn = new DateOnly(2024, 1, 1).AddDays(i % 700),
            Status = i % 1000 == 0 ? MemberStatus.Blocked : MemberStatus.Active,
        };
        member.SearchKey = MemberSearch.KeyOf(member);
        return member;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    private static async Task<(double Middle, double Worst)> TimeAsync(Func<Task> work)
    {
        await work();
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            await work();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return (times[Runs / 2], times[^1]);
    }
}
