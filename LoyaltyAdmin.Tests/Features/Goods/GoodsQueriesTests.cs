using System.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Goods;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Features.Imports;
using LoyaltyAdmin.Tests.Support;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Goods;

/// <summary>R22: popular goods by revenue, receipts and share among members.</summary>
public sealed class GoodsQueriesTests : ImportTest
{
    private const string Sales = """
        receiptId,occurredAt,member,sku,name,category,quantity,amount,returnOf
        r1,2026-03-01,anna,milk,Молоко,Молочное,2,200,
        r1,2026-03-01,anna,bread,Хлеб,,1,50,
        r2,2026-03-02,boris,milk,Молоко,Молочное,0.5,50,
        r3,2026-03-02,,bread,Хлеб,,3,150,
        r4,2025-11-01,anna,milk,Молоко,Молочное,1,999,
        v1,2026-03-03,anna,milk,,,-1,-100,r1
        """;

    private const string Catalogue = "sku,name,category\nbread,Хлеб ржаной,Выпечка\ntea,Чай,Напитки\n";

    [Fact]
    public async Task R22_goods_have_units_revenue_receipts_and_their_share_of_the_members_who_bought()
    {
        await BringAsync();

        var list = await ListAsync(new GoodsFilter());

        Assert.Equal(["bread", "milk", "tea"], list.Rows.Select(r => r.Key));
        Assert.Equal([("Хлеб ржаной", "Выпечка"), ("Молоко", "Молочное"), ("Чай", "Напитки")], list.Rows.Select(r => (r.Name, r.Category)));
        Assert.Equal([(4000L, 20_000L, 2L, 1L), (1500L, 15_000L, 2L, 2L), (0L, 0L, 0L, 0L)], list.Rows.Select(r => (r.Units, r.Revenue, r.Receipts, r.Members)));
        Assert.Equal([0.5m, 1m, 0m], list.Rows.Select(r => r.Share));
        Assert.Equal((3, 35_000L), (list.Total, list.Revenue));
        Assert.Equal((new DateOnly(2025, 12, 4), new DateOnly(2026, 3, 4)), (list.Period!.Value.From, list.Period.Value.To));
        Assert.Equal(["Выпечка", "Молочное", "Напитки"], list.Categories);
    }

    [Fact]
    public async Task Categories_count_each_receipt_and_member_once()
    {
        await ImportAsync("""
            receiptId,occurredAt,member,sku,category,quantity,amount
            r1,2026-03-01,anna,milk,Dairy,1,100
            r1,2026-03-01,anna,cream,Dairy,1,30
            r2,2026-03-01,boris,nails,,1,10
            """);

        var list = await ListAsync(new GoodsFilter { By = GoodsBy.Category });

        Assert.Equal(
            [("Dairy", 2L, 13_000L, 1L, 0.5m), ("", 1L, 1_000L, 1L, 0.5m)],
            list.Rows.Select(r => (r.Key, r.Goods, r.Revenue, r.Receipts, r.Share!.Value)));
    }

    [Fact]
    public async Task Days_search_category_order_and_page_choose_what_is_shown()
    {
        await BringAsync();

        var november = await ListAsync(new GoodsFilter { From = new DateOnly(2025, 11, 1), To = new DateOnly(2025, 11, 1) });
        var found = await ListAsync(new GoodsFilter { Search = "РЖАНОЙ" });
        var dairy = await ListAsync(new GoodsFilter { Category = "Молочное" });
        var second = await Database.Get<GoodsQueries>().ListAsync(new GoodsFilter(), new GoodsOrder(GoodsSort.Units, Ascending: true), new PageRequest(1, 1), default);

        Assert.Equal(("milk", 99_900L), (november.Rows[0].Key, november.Rows[0].Revenue));
        Assert.Equal(["bread"], found.Rows.Select(r => r.Key));
        Assert.Equal(["milk"], dairy.Rows.Select(r => r.Key));
        Assert.Equal(("milk", 3), (Assert.Single(second.Rows).Key, second.Total));
    }

    [Fact]
    public async Task Without_anything_sold_the_catalogue_is_shown_without_figures()
    {
        Assert.False((await ListAsync(new GoodsFilter())).Any);
        await ImportAsync(Catalogue, ImportKind.Goods);

        var list = await ListAsync(new GoodsFilter());

        Assert.Null(list.Period);
        Assert.Equal([("bread", null), ("tea", (decimal?)null)], list.Rows.Select(r => (r.Key, r.Share)));
    }

    [Fact]
    public async Task The_workbook_has_what_the_list_shows()
    {
        using var culture = new UseCulture("en");
        await BringAsync();
        using var file = new MemoryStream();

        await Database.Make<GoodsExport>().WriteAsync(Marketer, file, ListParameters.Of("?by=category&search=o&sort=name"), default);
        using var goods = new MemoryStream();
        await Database.Make<GoodsExport>().WriteAsync(Marketer, goods, ListParameters.Of("?columns=key,revenue,share"), default);

        Assert.Equal(1, Read(file).Tables["Goods"]!.Rows.Count);
        Assert.Equal(
            [["SKU", "Revenue", "Share of members"], ["bread", 200.0, 0.5], ["milk", 150.0, 1.0], ["tea", 0.0, 0.0]],
            Read(goods).Tables["Goods"]!.Rows.Cast<DataRow>().Take(4).Select(r => r.ItemArray));
    }

    [Theory]
    [InlineData(Permission.DashboardView)]
    [InlineData(Permission.ReportsExport)]
    public async Task Who_may_not_both_see_and_export_gets_nothing(Permission only) =>
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Database.Make<GoodsExport>().WriteAsync(
            new Actor("someone", new HashSet<Permission> { only }), Stream.Null, ListParameters.Of(""), default));

    private async Task BringAsync()
    {
        await ImportAsync(Sales);
        await ImportAsync(Catalogue, ImportKind.Goods);
    }

    private Task<GoodsList> ListAsync(GoodsFilter filter) => Database.Get<GoodsQueries>().ListAsync(filter, default, new PageRequest(0, 50), default);
}
