using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Households;

public sealed class HouseholdPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Clerk = Actor.System("test");

    public HouseholdPagesTests()
    {
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Services.AddPrograms();
        Services.AddTiers();
        Services.AddMembers();
        Services.AddHouseholds();
        Services.AddExcel();
    }

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public async Task On_a_members_page_a_household_is_made_and_others_come_in_by_what_names_them()
    {
        var (anna, boris) = (await MemberAsync("Anna", "+79160000001"), await MemberAsync("Boris", "+79160000002"));
        var card = Render<MemberHouseholdCard>(p => p.Add(c => c.MemberId, anna));
        card.WaitForElement(".member-household .rz-button").Click();

        card.WaitForElement("#household-add").Input("8 916 000-00-02");
        card.WaitForAssertion(() => Assert.False(card.Find("form button").HasAttribute("disabled")));
        card.Find("form").Submit();

        card.WaitForAssertion(() => Assert.Equal(2, card.FindAll(".household-members tbody tr").Count));
        Assert.NotNull(card.Find($"a[href='/members/{boris}']"));
        using var db = Database.CreateDbContext();
        Assert.Equal(2, db.Members.Count(m => m.HouseholdId == db.Households.Single().Id));
    }

    [Fact]
    public async Task Who_cannot_come_in_leaves_the_household_as_it_is()
    {
        var anna = await MemberAsync("Anna", "+79160000001");
        await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, await MemberAsync("Boris", "+79160000002"), [], default);
        await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, anna, [], default);
        var card = Render<MemberHouseholdCard>(p => p.Add(c => c.MemberId, anna));
        var notes = Services.GetRequiredService<Radzen.NotificationService>().Messages;

        card.WaitForElement("#household-add").Input("nobody");
        card.WaitForAssertion(() => Assert.False(card.Find("form button").HasAttribute("disabled")));
        card.Find("form").Submit();
        card.WaitForAssertion(() => Assert.Contains("nobody", Assert.Single(notes).Detail, StringComparison.Ordinal));
        card.Find("#household-add").Input("+79160000002");
        card.Find("form").Submit();

        card.WaitForAssertion(() => Assert.Contains("household no. 1", notes[^1].Detail, StringComparison.Ordinal));
        Assert.Single(card.FindAll(".household-members tbody tr"));
    }

    [Fact]
    public async Task Who_may_only_look_sees_no_buttons()
    {
        var anna = await MemberAsync("Anna", "+79160000001");
        SignIn("Somebody");
        var empty = Render<MemberHouseholdCard>(p => p.Add(c => c.MemberId, anna));
        await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, anna, [], default);
        var card = Render<MemberHouseholdCard>(p => p.Add(c => c.MemberId, anna));

        card.WaitForElement(".household-members");
        Assert.Empty(card.FindAll(".member-household button"));
        Assert.Equal("", empty.Markup.Trim());
    }

    [Fact]
    public async Task The_list_searches_and_leads_to_the_household_and_its_history()
    {
        var (anna, boris) = (await MemberAsync("Anna", "+79160000001"), await MemberAsync("Boris", "+79160000002"));
        var household = (await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, anna, [boris], default)).Value.HouseholdId;
        await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, await MemberAsync("Vera", "+79160000003"), [], default);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/households?search=boris");

        var list = Render<HouseholdsPage>();
        list.WaitForAssertion(() => Assert.NotNull(list.Find($"a[href='/households/{household}']")));
        Assert.DoesNotContain("Vera", list.Markup, StringComparison.Ordinal);
        Assert.Contains("/exports/households.xlsx?search=boris", list.Markup, StringComparison.Ordinal);

        var page = Render<HouseholdPage>(p => p.Add(h => h.Id, household));
        page.WaitForElement(".household-members");
        page.WaitForAssertion(() => Assert.Contains("Household of Anna", page.Markup, StringComparison.Ordinal));
        Assert.Equal(2, page.FindAll(".household-members tbody tr").Count);
    }

    [Fact]
    public void A_household_that_is_not_there_says_so_and_an_empty_list_how_to_begin()
    {
        Render<HouseholdPage>(p => p.Add(h => h.Id, 77)).WaitForElement(".empty");
        var list = Render<HouseholdsPage>();

        Assert.Contains("up to 6", list.WaitForElement(".empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_has_a_row_for_each_household()
    {
        var (anna, boris) = (await MemberAsync("Anna", "+79160000001"), await MemberAsync("Boris", "+79160000002"));
        await Services.GetRequiredService<MakeHousehold>().ExecuteAsync(Clerk, anna, [boris], default);
        using var file = new MemoryStream();

        await Services.GetRequiredService<HouseholdsExport>().WriteAsync(Clerk, file, ListParameters.Of(""), default);

        Assert.True(file.Length > 0);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => Services.GetRequiredService<HouseholdsExport>()
            .WriteAsync(new Actor("someone", new HashSet<Permission> { Permission.MembersView }), file, ListParameters.Of(""), default));
    }

    private async Task<long> MemberAsync(string name, string phone) => (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
        Clerk, new MemberRegistration { Profile = new MemberProfile { FirstName = name, Phone = phone } }, default)).Value.MemberId;
}
