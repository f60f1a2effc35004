using System.Text;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Goods;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Imports;

/// <summary>A database with a program and a folder for the files of imports; the runner is started by hand.</summary>
public abstract class ImportTest : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"loyalty-imports-{Guid.NewGuid():N}");

    protected static Actor Marketer { get; } = new("marketer@shop", Actor.System("test").Permissions);

    protected TestDatabase Database { get; private set; } = null!;

    protected ImportFolder Folder => Database.Get<ImportFolder>();

    public async Task InitializeAsync() => Database = await TestDatabase.WithProgramAsync(more: services =>
    {
        services.AddTrade();
        services.AddKpi();
        services.AddGoods();
        services.AddImports();
        services.AddSingleton(new ImportFolder(folder));
    });

    public Task DisposeAsync()
    {
        Database.Dispose();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    protected static string Lines(params string[] lines) => string.Join('\n', lines);

    protected Task<int> StartAsync(
        string csv, ImportKind kind = ImportKind.Receipts, bool dryRun = false, bool registerUnknown = true, string? mapping = null) =>
        StartAsync(Encoding.UTF8.GetBytes(csv), new ImportOrder
        {
            Kind = kind,
            DryRun = dryRun,
            RegisterUnknown = registerUnknown,
            Plan = ImportPlan.Read(mapping).Value,
        });

    protected async Task<int> StartAsync(byte[] file, ImportOrder order) =>
        (await Database.Get<StartImport>().ExecuteAsync(Marketer, "file.csv", new MemoryStream(file), order, default)).Value;

    /// <summary>A file chosen on the page: it waits for its columns.</summary>
    protected async Task<int> UploadAsync(string csv, ImportKind kind = ImportKind.Receipts) =>
        (await Database.Get<StartImport>().UploadAsync(Marketer, kind, "file.csv", new MemoryStream(Encoding.UTF8.GetBytes(csv)), default)).Value;

    /// <summary>The columns as the page suggests them.</summary>
    protected ColumnChoice Suggested(int upload, ImportKind kind = ImportKind.Receipts) => ColumnChoice.Suggested(
        kind, Database.Get<UploadQueries>().Preview(Marketer, upload, LoyaltyAdmin.Platform.Csv.TableOptions.FindOut).Value);

    protected async Task<ImportRow> RunAsync(int id)
    {
        await Database.Get<RunImport>().ExecuteAsync(id, default);
        return await DetailsAsync(id);
    }

    protected async Task<ImportRow> ImportAsync(
        string csv, ImportKind kind = ImportKind.Receipts, bool dryRun = false, bool registerUnknown = true, string? mapping = null) =>
        await RunAsync(await StartAsync(csv, kind, dryRun, registerUnknown, mapping));

    protected async Task<ImportRow> DetailsAsync(int id) => (await Database.Get<ImportQueries>().DetailsAsync(Marketer, id, default))!;

    protected IReadOnlyList<RowError> ErrorsOf(int id) => Database.Get<ImportQueries>().Errors(Marketer, id, new PageRequest(0, 200)).Rows;

    protected async Task<List<Receipt>> ReceiptsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Receipts.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Line)).OrderBy(r => r.OccurredAt).ThenBy(r => r.Key).ToListAsync();
    }

    protected async Task<List<Return>> ReturnsAsync()
    {
        await using var db = Database.CreateDbContext();
        return await db.Returns.AsNoTracking().Include(r => r.Lines).OrderBy(r => r.OccurredAt).ThenBy(r => r.Key).ToListAsync();
    }

    /// <summary>Receipts, lines, returns, members and points: equal only if nothing at all was posted in between.</summary>
    protected async Task<(int Receipts, int Lines, int Returns, int Members, long Points, long Revenue)> StateAsync()
    {
        await using var db = Database.CreateDbContext();
        return (
            await db.Receipts.CountAsync(),
            await db.ReceiptLines.CountAsync(),
            await db.Returns.CountAsync(),
            await db.Members.CountAsync(),
            await db.Lots.SumAsync(l => l.Remaining.Value),
            await db.Accounts.SumAsync(a => a.NetRevenueMinor));
    }
}
