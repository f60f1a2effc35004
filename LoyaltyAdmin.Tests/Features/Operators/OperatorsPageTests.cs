using Bunit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Features.Operators;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using static LoyaltyAdmin.Tests.Platform.Excel.ExcelFixture;

namespace LoyaltyAdmin.Tests.Features.Operators;

public sealed class OperatorsPageTests : LoyaltyPageTest
{
    private readonly UseCulture culture = new("en");

    public OperatorsPageTests()
    {
        Services.AddPrograms();
        Services.AddOperators();
        Services.AddExcel();
        Services.AddSingleton<DisplayUnitsSource>(_ => ValueTask.FromResult(DisplayUnits.Plain));
    }

    [Fact]
    public async Task The_list_shows_whom_the_address_asks_for_in_its_order()
    {
        await AddAsync("anna", false);
        await AddAsync("boris", true);
        await AddAsync("vera", true);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/users?state=off&sort=-name");

        var page = Render<OperatorsPage>();

        page.WaitForAssertion(() => Assert.Equal(["vera", "boris"], page.FindAll("[data-names] a").Select(a => a.TextContent)));
        Assert.Equal("/users?sort=-name", page.Find(".chip").GetAttribute("href"));
        Assert.Equal("/exports/users.xlsx?state=off&sort=-name", page.Find("a[download]").GetAttribute("href"));
        Assert.Equal("Users: 2", page.Find("p[aria-live]").TextContent);
    }

    [Fact]
    public async Task What_is_typed_is_in_the_address_once_the_typing_pauses()
    {
        await AddAsync("anna", false);
        await AddAsync("boris", false);
        var page = Render<OperatorsPage>();

        page.Find("input[type=search]").Input("bor");

        page.WaitForAssertion(() => Assert.Equal(["boris"], page.FindAll("[data-names] a").Select(a => a.TextContent)));
        Assert.EndsWith("/users?search=bor", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal("bor", page.Find("input[type=search]").GetAttribute("value"));
    }

    [Fact]
    public async Task Another_address_that_is_on_the_way_does_not_read_the_list_anew()
    {
        await AddAsync("anna", false);
        var page = Render<OperatorsPage>();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/users?search=anna");
        page.WaitForAssertion(() => Assert.Single(page.FindAll(".chip")));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/members?search=boris");

        Assert.Single(page.FindAll("[data-names] a"));
        Assert.Contains("anna", page.Find(".chip").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_who_is_listed()
    {
        await AddAsync("anna", false);
        await AddAsync("boris", true);
        using var file = new MemoryStream();

        await Services.GetRequiredService<OperatorsExport>().WriteAsync(Actor.System("test"), file, ListParameters.Of("state=off&columns=email,name,state"), default);

        Assert.Equal(["boris@example.com", "boris", "Switched off"], Read(file).Tables[1]!.Rows[1].ItemArray);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        culture.Dispose();
    }

    private Task AddAsync(string name, bool disabled) => Database.AddAsync(new Operator
    {
        Id = Guid.NewGuid(),
        DisplayName = name,
        UserName = $"{name}@example.com",
        Email = $"{name}@example.com",
        NormalizedEmail = $"{name}@example.com".ToUpperInvariant(),
        Disabled = disabled,
    });
}
