using Bunit;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen.Blazor;

namespace LoyaltyAdmin.Tests.Features.Demo;

public sealed class DemoBannerTests : LoyaltyPageTest
{
    public DemoBannerTests()
    {
        Services.AddMembersPages();
        Services.AddRollups();
        Services.AddDemo();
    }

    [Fact]
    public void A_portal_without_a_demo_says_nothing()
    {
        var page = Render<DemoBanner>();

        Assert.Empty(page.Markup.Trim());
    }

    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Marketer, false)]
    public async Task Everybody_sees_that_the_data_are_invented_and_administrators_can_remove_them(string role, bool mayRemove)
    {
        await ReadyAsync();
        SignIn(role);

        var page = Render<DemoBanner>();

        page.WaitForAssertion(() => Assert.Contains("Demo data", page.Find(".demo-strip").TextContent, StringComparison.Ordinal));
        Assert.Equal(mayRemove, page.FindAll(".demo-strip button").Count == 1);
    }

    [Fact]
    public async Task The_question_names_the_numbers_and_a_yes_removes()
    {
        await ReadyAsync();
        var dialogs = Render<RadzenDialog>();
        var page = Render<DemoBanner>();

        page.WaitForElement(".demo-strip button").Click();
        dialogs.WaitForAssertion(() => Assert.Contains("Members: 0, receipts: 0, returns: 0", dialogs.Markup, StringComparison.Ordinal));
        dialogs.FindAll(".dialog-actions button")[^1].Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".demo-strip")));
        Assert.Equal(DemoShopStatus.Removed, await Services.GetRequiredService<DemoQueries>().StatusAsync(default));
    }

    [Fact]
    public void Other_pages_than_the_dashboard_say_how_far_the_making_is()
    {
        Services.GetRequiredService<DemoBoard>().Tell(new DemoProgress(1, 4, null));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/members");

        var page = Render<DemoBanner>();

        Assert.Contains("25%", page.Find(".demo-strip").TextContent, StringComparison.Ordinal);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".demo-strip")));
    }

    private async Task ReadyAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        var now = Database.Clock.UtcNow;
        await Database.AddAsync(new DemoShop { Status = DemoShopStatus.Ready, EndsAt = now, StartedAt = now });
    }
}
