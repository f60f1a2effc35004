using System.Security.Claims;
using AngleSharp.Dom;
using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Members;

/// <summary>The columns of the list of members, chosen by the one who looks at it.</summary>
public sealed class MembersColumnsTests : LoyaltyPageTest, IAsyncLifetime
{
    private readonly UseCulture culture = new("en");

    public MembersColumnsTests()
    {
        Services.AddMembersPages();
    }

    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Actor.System("test"), new MemberRegistration { Profile = new MemberProfile { LastName = "Иванов", Email = "ivanov@example.com" } }, default);
    }

    public new async Task DisposeAsync()
    {
        await base.DisposeAsync();
        culture.Dispose();
    }

    [Fact]
    public void A_column_that_is_chosen_shows_at_once_goes_to_excel_and_is_there_next_time()
    {
        var page = Open();
        Assert.DoesNotContain("E-mail", Headers(page));

        Box(page, "E-mail").Change(true);
        Box(page, "Card").Change(false);

        page.WaitForAssertion(() => Assert.Equal(["Member", "Phone", "E-mail", "Joined", "Last purchase", "Receipts", "Revenue", "Available"], Headers(page)));
        Assert.Contains("ivanov@example.com", page.Find(".data-table").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            "/exports/members.xlsx?columns=name,phone,email,joined,lastReceipt,receipts,revenue,available",
            page.Find("a[download]").GetAttribute("href"));
        Assert.Equal(Headers(page), Headers(Open()));
    }

    [Fact]
    public void A_box_that_is_switched_stays_where_it_is_and_its_column_comes_back_to_its_place()
    {
        var page = Open();
        var before = Boxes(page);
        Box(page, "Phone").Change(false);
        Box(page, "Joined").Change(false);

        page.WaitForAssertion(() => Assert.Equal(["Member", "Card", "Last purchase", "Receipts", "Revenue", "Available"], Headers(page)));
        Assert.Equal(before, Boxes(page));
        Box(page, "Phone").Change(true);

        page.WaitForAssertion(() => Assert.Equal(["Member", "Phone", "Card", "Last purchase"], Headers(page).Take(4)));
        Assert.Equal(Headers(page), Headers(Open()));
    }

    [Fact]
    public void The_list_says_how_many_there_are_and_what_they_have()
    {
        var page = Open();

        Assert.Equal("Found: 1 · available 0 points", page.Find("p[aria-live]").TextContent.Replace('\u00a0', ' '));
    }

    [Fact]
    public void Another_person_keeps_their_own_columns()
    {
        var page = Open();
        Box(page, "Phone").Change(false);
        page.WaitForAssertion(() => Assert.DoesNotContain("Phone", Headers(page)));

        SignInAs("other@example.com");

        Assert.Contains("Phone", Headers(Open()));
    }

    [Fact]
    public void Columns_are_moved_by_buttons_that_say_what_they_move_and_reset_in_one_step()
    {
        var page = Open();

        page.Find("button[aria-label='Phone: earlier']").Click();
        page.WaitForAssertion(() => Assert.Equal(["Phone", "Member"], Headers(page).Take(2)));
        Assert.Equal("true", page.Find("button[aria-label='Phone: earlier']").GetAttribute("aria-disabled"));
        page.Find(".table-columns-panel .link-button").Click();

        page.WaitForAssertion(() => Assert.Equal(["Member", "Phone"], Headers(page).Take(2)));
        Assert.Empty(page.FindAll(".table-columns-panel .link-button"));
    }

    [Fact]
    public void The_choice_is_labelled_and_closed_by_escape_and_the_name_stays()
    {
        var page = Open();
        var opener = page.Find(".table-columns > button");
        var panel = page.Find(".table-columns-panel");

        Assert.Equal(("true", panel.Id), (opener.GetAttribute("aria-expanded"), opener.GetAttribute("aria-controls")));
        Assert.Equal("Columns", panel.GetAttribute("aria-label"));
        Assert.All(panel.QuerySelectorAll("input"), box => Assert.NotEmpty(box.Closest("label")!.TextContent.Trim()));
        Assert.True(Box(page, "Member").HasAttribute("disabled"));
        page.Find(".table-columns").KeyDown("Escape");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".table-columns-panel")));
        Assert.Equal("false", page.Find(".table-columns > button").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void The_order_is_in_the_address_and_told_to_those_who_hear_the_page()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/members?sort=-revenue");

        var page = Open();

        var revenue = page.FindAll("th").Single(th => th.TextContent.Contains("Revenue", StringComparison.Ordinal));
        Assert.Equal("descending", revenue.GetAttribute("aria-sort"));
        Assert.Equal("/members?sort=revenue", revenue.QuerySelector("a")!.GetAttribute("href"));
        Assert.Single(page.FindAll("th[aria-sort]"));
    }

    private IRenderedComponent<MembersPage> Open()
    {
        var page = Render<MembersPage>();
        page.WaitForElement(".table-columns > button").Click();
        page.WaitForElement(".table-columns-panel");
        return page;
    }

    private void SignInAs(string name)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), new Claim(ClaimTypes.Role, Roles.Administrator)], "test");
        var state = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(identity)));
        RenderTree.Add<CascadingValue<Task<AuthenticationState>>>(p => p.Add(v => v.Value, state));
    }

    private static List<string> Boxes(IRenderedComponent<MembersPage> page) =>
        [.. page.FindAll(".table-columns-panel label > span").Select(name => name.TextContent)];

    /// <summary>Headers without the arrows of the order.</summary>
    private static List<string> Headers(IRenderedComponent<MembersPage> page) =>
        [.. page.FindAll(".data-table th").Select(th => (th.QuerySelector("a") ?? th).FirstChild!.TextContent.Trim())];

    private static IElement Box(IRenderedComponent<MembersPage> page, string column) =>
        page.FindAll(".table-columns-panel label").Single(l => l.QuerySelector("span")!.TextContent == column).QuerySelector("input")!;
}
