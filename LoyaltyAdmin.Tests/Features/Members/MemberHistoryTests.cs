using System.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Members;

/// <summary>The lists of one member, on the tabs and in workbooks.</summary>
public sealed class MemberHistoryTests : IAsyncLifetime, IDisposable
{
    private static readonly Actor Analyst = new("analyst@example.com", new HashSet<Permission> { Permission.MembersView, Permission.ReportsExport });
    private static readonly PageRequest Few = new(0, 2);
    private readonly UseCulture culture = new("en");
    private Till till = null!;
    private long anna;

    public async Task InitializeAsync()
    {
        till = await Till.OpenAsync();
        await till.MemberAsync("boris", 30);
        await till.MemberAsync("anna", 100);
        await till.PostAsync(till.Sale("R-1", "anna", 1000, redeem: 60));
        await till.PostAsync(till.Return("V-1", "R-1", 1));
        anna = (await till.AccountAsync("anna")).MemberId;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        till.Dispose();
        culture.Dispose();
    }

    private MemberHistoryQueries History => till.Database.Get<MemberHistoryQueries>();

    private MemberHistoryExport Export => till.Database.Get<MemberHistoryExport>();

    [Fact]
    public async Task Movements_add_up_over_all_pages_to_what_is_left()
    {
        var all = await History.EntriesAsync(anna, new EntryFilter(), descending: true, Few, default);
        var spent = await History.EntriesAsync(anna, new EntryFilter { Kind = EntryKind.Redemption }, descending: true, Few, default);

        Assert.Equal(2, all.Rows.Count);
        Assert.True(all.Total > 2);
        Assert.Equal(100, all.Credited - all.Debited);
        Assert.Equal((1, 0, 60), (spent.Total, spent.Credited, spent.Debited));
        Assert.Equal(0, (await History.EntriesAsync(anna, new EntryFilter { To = new DateOnly(2000, 1, 1) }, descending: true, Few, default)).Total);
    }

    [Fact]
    public async Task Movements_are_read_forwards_too()
    {
        var page = new PageRequest(0, 50);
        var latest = await History.EntriesAsync(anna, new EntryFilter(), descending: true, page, default);
        var first = await History.EntriesAsync(anna, new EntryFilter(), descending: false, page, default);

        Assert.Equal(latest.Rows.Select(e => e.Id), first.Rows.Reverse().Select(e => e.Id));
    }

    [Theory]
    [InlineData(LotState.Active)]
    [InlineData(LotState.Pending)]
    [InlineData(LotState.Spent)]
    [InlineData(LotState.Expired)]
    public async Task Lots_are_found_by_the_state_that_they_show(LotState state)
    {
        var page = new PageRequest(0, 50);
        var now = till.Database.Clock.UtcNow;
        var all = await History.LotsAsync(anna, new LotFilter(), LotSort.Spending, descending: false, page, default);

        var found = await History.LotsAsync(anna, new LotFilter { State = state }, LotSort.Amount, descending: true, page, default);

        Assert.Equal(all.Rows.Where(l => l.StateAt(now) == state).Select(l => l.Id).Order(), found.Rows.Select(l => l.Id).Order());
        Assert.Equal(found.Rows.Sum(l => l.Remaining.Value), found.Remaining);
        Assert.Equal(100, all.Remaining);
    }

    [Fact]
    public async Task Purchases_add_up_and_are_sorted_by_what_was_paid()
    {
        await till.PostAsync(till.Sale("R-2", "anna", 50));

        var list = await History.ReceiptsAsync(anna, new MemberReceiptFilter(), MemberReceiptSort.Paid, descending: true, Few, default);

        Assert.Equal(list.Rows.OrderByDescending(r => r.Net.Minor).Select(r => r.Key), list.Rows.Select(r => r.Key));
        Assert.Equal(60, list.Spent);
        Assert.True(list.Paid >= 99_000);
    }

    [Fact]
    public async Task The_workbook_of_movements_has_the_columns_the_filter_and_the_order_of_the_tab()
    {
        var sheets = await WriteAsync(Export.WriteEntriesAsync, "movement=redemption&columns=points,movement,receipt");

        var rows = sheets.Tables[1]!.Rows;
        Assert.Equal(["Points", "Movement", "Receipt"], rows[0].ItemArray);
        Assert.Equal([-60.0, "Redemption", "R-1"], rows[1].ItemArray);
        Assert.Equal(2, rows.Count);
        var about = sheets.Tables[0]!.Rows.Cast<DataRow>().ToList();
        Assert.Contains(about, r => r[0] is "Movement" && r[1] is "Redemption");
        Assert.Contains(about, r => r[0] is "Total: Points" && r[1] is -60.0);
    }

    [Fact]
    public async Task Lots_purchases_and_cards_are_written_with_their_totals()
    {
        var lots = await WriteAsync(Export.WriteLotsAsync, "state=active&columns=source,remaining");
        var receipts = await WriteAsync(Export.WriteReceiptsAsync, "columns=receipt,paid&sort=paid");
        var cards = await WriteAsync(Export.WriteCardsAsync, "");

        Assert.Contains(lots.Tables[0]!.Rows.Cast<DataRow>(), r => r[0] is "Total: Left" && r[1] is 100.0);
        var paid = receipts.Tables[1]!.Rows.Cast<DataRow>().Skip(1).Select(r => (double)r[1]).ToList();
        Assert.Equal(paid.Order(), paid);
        Assert.Contains(receipts.Tables[1]!.Rows.Cast<DataRow>(), r => r[0] is "R-1");
        Assert.Equal("Number", cards.Tables[1]!.Rows[0][0]);
    }

    [Theory]
    [InlineData(Permission.MembersView)]
    [InlineData(Permission.ReportsExport)]
    public async Task Who_may_not_both_see_and_export_gets_nothing(Permission only)
    {
        var actor = new Actor("someone", new HashSet<Permission> { only });

        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Export.WriteEntriesAsync(actor, new MemoryStream(), anna, ListParameters.Of(""), default));
    }

    private async Task<DataSet> WriteAsync(Func<Actor, Stream, long, ListParameters, CancellationToken, Task> write, string asked)
    {
        using var file = new MemoryStream();
        await write(Analyst, file, anna, ListParameters.Of(asked), default);
        return Read(file);
    }
}
