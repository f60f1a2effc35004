using Bunit;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Features.Goods;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Goods;

public sealed class GoodsPageTests : LoyaltyPageTest
{
    private readonly UseCulture culture = new("en");

    public GoodsPageTests() => Services.AddSingleton<KpiSales>().AddSingleton<KpiMembers>().AddSingleton<GoodsCounts>().AddSingleton<GoodsQueries>();

    [Fact]
    public void Without_goods_it_says_where_they_come_from()
    {
        var page = Render<GoodsPage>();

        page.WaitForAssertion(() => Assert.Contains("No goods yet", page.Markup, StringComparison.Ordinal));
        Assert.NotNull(page.Find("a[href='/imports']"));
    }

    [Fact]
    public async Task It_shows_what_its_address_asks_for_and_offers_the_same_as_a_workbook()
    {
        await Database.AddAsync(
            new Good { Sku = "milk", Name = "Milk", Category = "Dairy" },
            new Good { Sku = "tea", Name = "Tea", Category = "Drinks" });
        Services.GetRequiredService<NavigationManager>().NavigateTo("/goods?category=Dairy&sort=name");

        var page = Render<GoodsPage>();

        page.WaitForAssertion(() => Assert.Contains("Milk", page.Find(".list-wide").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Tea", page.Find(".list-wide").TextContent, StringComparison.Ordinal);
        Assert.Equal("/exports/goods.xlsx?by=sku&category=Dairy&sort=name", page.Find("a[download]").GetAttribute("href"));
        Assert.Equal(["/goods?sort=name"], page.FindAll(".chip").Select(c => c.GetAttribute("href")).Take(1));
    }

    [Fact]
    public async Task Who_may_not_export_sees_no_workbook()
    {
        await Database.AddAsync(new Good { Sku = "milk", Name = "Milk" });
        SignIn(Roles.Operator);

        var page = Render<GoodsPage>();

        page.WaitForAssertion(() => Assert.Contains("Milk", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("a[download]"));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        culture.Dispose();
    }
}
