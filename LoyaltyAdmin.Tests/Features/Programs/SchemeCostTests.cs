using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Programs.Economics;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Rollups;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Programs;

public sealed class SchemeCostTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        Services.AddPrograms();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_shop_without_history_knows_nothing_and_the_page_says_what_it_assumes()
    {
        Assert.Equal(new ShopFigures(), await MeasureAsync());

        var page = Editor();

        Assert.Equal("5% back, of which 70% is spent, at a margin of 30%: sales must grow by 13.2% to pay for it.", Text(page, "uplift"));
        Assert.Contains("two months", Text(page, "yearly"), StringComparison.Ordinal);
        Assert.Contains("assumed", page.Find("#x-margin-origin").TextContent, StringComparison.Ordinal);
        Assert.Contains("not enough history", page.Find("#x-redeemed-origin").TextContent, StringComparison.Ordinal);
        Assert.Equal(page.Find("[data-testid=uplift]").TextContent.Trim(), page.Find(".needle").GetAttribute("aria-label"));
    }

    [Fact]
    public async Task The_year_is_that_of_members_and_reckoned_while_it_is_short()
    {
        await SalesAsync(Today.AddDays(-73), 40_000_00, receipts: 20);
        await SalesAsync(Today.AddDays(-1), 33_000_00, receipts: 53);

        var figures = await MeasureAsync();

        Assert.Equal((365_000m, true, 1_000m), (figures.YearlySales, figures.IsReckoned, figures.AverageCheck));
        var page = Editor();
        Assert.Contains("It costs about 12,800\u00a0₽ a year: 3.50% of the 365,000\u00a0₽ that members spend.", Text(page, "yearly"), StringComparison.Ordinal);
        Assert.Contains("5 more purchases a month at an average check of 1,000\u00a0₽", Text(page, "yearly"), StringComparison.Ordinal);
        Assert.Contains("reckoned", Text(page, "yearly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_year_is_taken_as_it_is_without_today()
    {
        await SalesAsync(Today.AddDays(-365), 100_00, receipts: 1);
        await SalesAsync(Today.AddDays(-366), 999_00, receipts: 1);
        await SalesAsync(Today, 999_00, receipts: 1);

        Assert.Equal((100m, false), ((await MeasureAsync()).YearlySales, (await MeasureAsync()).IsReckoned));
    }

    [Fact]
    public async Task Points_that_have_had_their_life_tell_how_many_are_spent()
    {
        // Points live twelve months: those of two years ago until a year ago are settled.
        await PointsAsync(Today.AddYears(-2).AddDays(30), EntryKind.Accrual, 1_000);
        await PointsAsync(Today.AddYears(-2).AddDays(40), EntryKind.Reversal, 100);
        await PointsAsync(Today.AddYears(-1).AddDays(30), EntryKind.Expiry, 360);
        await PointsAsync(Today.AddDays(-20), EntryKind.Accrual, 5_000);

        Assert.Equal(0.6m, (await MeasureAsync()).Redeemed);
        Assert.Contains("measured: points issued from", Editor().Find("#x-redeemed-origin").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_young_program_has_no_settled_points()
    {
        await PointsAsync(Today.AddMonths(-13), EntryKind.Accrual, 1_000);

        Assert.Null((await MeasureAsync()).Redeemed);
    }

    [Theory]
    [InlineData(6_000, true)]
    [InlineData(4_000, false)]
    public async Task Goods_of_known_margin_tell_it_where_they_make_half_of_the_sales(long known, bool told)
    {
        // The shop's lines name one good, the other is left unknown by its store's own number.
        await new RawShop(Database).PostAsync(new Deal(1, Today, known), new Deal(2, Today, 10_000 - known));
        await using (var db = Database.CreateDbContext())
        {
            var lines = db.ReceiptLines.OrderBy(l => l.ReceiptId).ToList();
            Assert.Equal(2, lines.Count);
            db.Goods.Add(new Good { Sku = lines[0].Sku + "-known", Name = "Known", Margin = 4_000 });
            await db.SaveChangesAsync();
        }

        await RenameFirstLineAsync();

        Assert.Equal(told ? 0.4m : null, (await MeasureAsync()).Margin);
    }

    [Fact]
    public async Task What_people_say_is_kept_for_everybody_until_they_take_what_is_measured()
    {
        var page = Editor();
        page.Find("#x-margin").Input("40");
        Assert.Contains("9.6%", Text(page, "uplift"), StringComparison.Ordinal);

        page.FindAll(".scheme-cost .link-button")[^1].Click();

        page.WaitForAssertion(() => Assert.Equal("as kept for everybody", page.Find("#x-margin-origin").TextContent));
        Assert.Equal(0.4m, (await MeasureAsync()).AssumedMargin);
        Assert.Equal("40", Editor().Find("#x-margin").GetAttribute("value"));
    }

    [Fact]
    public async Task A_share_is_a_share()
    {
        var assume = Services.GetRequiredService<AssumeFigures>();

        Assert.Equal("Programs.NotAShare", (await assume.ExecuteAsync(Marketer, 1.2m, null, default))?.Code);
        var page = Editor();
        page.Find("#x-margin").Input("120");
        Assert.Equal("A number from 0 to 100", page.Find("#x-margin-origin").TextContent);
    }

    private Task<ShopFigures> MeasureAsync() => Services.GetRequiredService<MeasureShop>().ExecuteAsync(Marketer, default);

    private IRenderedComponent<EditConditionsPage> Editor()
    {
        var page = Render<EditConditionsPage>();
        page.WaitForElement("[data-testid=uplift]");
        return page;
    }

    private static string Text(IRenderedComponent<EditConditionsPage> page, string name) =>
        string.Join(' ', page.Find($"[data-testid={name}]").TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private Task SalesAsync(DateOnly day, long net, int receipts) => Database.AddAsync(
        new DailySales { Day = day, Store = "S", Receipts = receipts + 5, MemberReceipts = receipts, Net = net * 2, MemberNet = net });

    private Task PointsAsync(DateOnly day, EntryKind kind, long points) => Database.AddAsync(new DailyPoints { Day = day, Kind = kind, Block = BudgetBlock.Main, Points = points });

    private async Task RenameFirstLineAsync()
    {
        await using var db = Database.CreateDbContext();
        var first = db.ReceiptLines.Min(l => l.ReceiptId);
        await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(
            db.Database, $"""UPDATE "ReceiptLines" SET "Sku" = "Sku" || '-known' WHERE "ReceiptId" = {first}""");
    }
}
