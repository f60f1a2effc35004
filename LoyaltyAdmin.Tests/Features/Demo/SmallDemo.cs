using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Demo.Plan;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Demo;

/// <summary>A portal with a demo shop small enough for a test.</summary>
internal sealed class SmallDemo : IDisposable
{
    public static readonly DemoScale Scale = new(Members: 60, Months: 15, Strangers: 1);
    public static readonly Actor Administrator = new("chief@example.com", Roles.PermissionsOf(Roles.Administrator));

    private SmallDemo(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public DemoBoard Board => Database.Get<DemoBoard>();

    /// <summary>A portal in which nothing is made yet.</summary>
    public static async Task<SmallDemo> OpenAsync() => new(await TestDatabase.WithProgramAsync(more: services =>
    {
        services.AddMembersPages();
        services.AddGiftCards();
        services.AddPartners();
        services.AddRollups();
        services.AddDemo();
    }));

    public static async Task<SmallDemo> MadeAsync()
    {
        var demo = await OpenAsync();
        Assert.True(await demo.MakeAsync());
        return demo;
    }

    public async Task<bool> MakeAsync(CancellationToken ct = default)
    {
        var made = await Database.Get<MakeDemoShop>().ExecuteAsync(Scale, ct);
        Board.End(hasFailed: false);
        return made;
    }

    public async Task<DemoPlan> PlanAsync() =>
        DemoPlan.Make(Scale, Database.Clock.UtcNow, await Database.Get<ProgramTimelines>().GetAsync(default));

    public Task<DemoShopStatus?> StatusAsync() => Database.Get<DemoQueries>().StatusAsync(default);

    /// <summary>A real sale or return at a till.</summary>
    public async Task PostAsync(Posting posting)
    {
        var result = await Database.Get<ReceiptPoster>().PostAsync(Actor.System("till"), posting, default);
        Assert.Null(result.Rejection);
    }

    /// <summary>The ledger is balanced and the rollups say what the rows say.</summary>
    public async Task AssertSoundAsync()
    {
        var proof = await Database.Get<LedgerProof>().ExecuteAsync(Administrator, default);
        Assert.True(proof.Balanced);
        Assert.Empty(await Database.Get<CheckRollups>().ExecuteAsync(default));
    }

    /// <summary>What a shop comes to, in a line: the same for the same shop.</summary>
    public async Task<string> SumsAsync()
    {
        await using var db = Database.CreateDbContext();
        var entries = await db.LedgerEntries.GroupBy(e => e.Kind).OrderBy(g => g.Key).Select(g => new { g.Key, Count = g.Count(), Points = g.Sum(e => e.Points.Value) }).ToListAsync();
        return string.Join(
            " ",
            $"{await db.Members.CountAsync()} {await db.Receipts.CountAsync()} {await db.Receipts.SumAsync(r => r.Net.Minor)} {await db.Returns.SumAsync(r => r.Refund.Minor)}",
            $"{await db.Accounts.SumAsync(a => a.Available.Value)}",
            string.Join(" ", entries.Select(e => $"{e.Key}:{e.Count}/{e.Points}")));
    }

    public void Dispose() => Database.Dispose();
}
