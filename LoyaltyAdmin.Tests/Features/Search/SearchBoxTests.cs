using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Search;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Search;

public sealed class SearchBoxTests : LoyaltyPageTest, IAsyncLifetime
{
    public SearchBoxTests()
    {
        Services.AddMembersPages();
        Services.AddSearch();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        foreach (var (name, phone) in new[] { ("Иванов", "+79161234567"), ("Иванова", "+79161234568") })
        {
            await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
                Actor.System("test"), new MemberRegistration { Profile = new MemberProfile { LastName = name, Phone = phone } }, default);
        }
    }

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void Findings_are_a_list_of_which_the_first_is_chosen()
    {
        var box = Render<SearchBox>();

        box.Find("input").Input("8 916 123");

        box.WaitForAssertion(() => Assert.Equal(3, box.FindAll("[role=option]").Count));
        Assert.Equal("true", box.Find("input").GetAttribute("aria-expanded"));
        Assert.Equal(box.Find("[aria-selected=true]").Id, box.Find("input").GetAttribute("aria-activedescendant"));
        Assert.Contains("Иванов", box.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrows_go_round_and_enter_opens_what_is_chosen()
    {
        var box = Render<SearchBox>();
        box.Find("input").Input("иванов");
        box.WaitForAssertion(() => Assert.Equal(3, box.FindAll("[role=option]").Count));

        Press(box, "ArrowUp");
        box.WaitForAssertion(() => Assert.Contains("All members", box.Find("[aria-selected=true]").TextContent, StringComparison.Ordinal));
        Press(box, "ArrowDown");
        Press(box, "ArrowDown");
        var chosen = box.Find("[aria-selected=true] a").GetAttribute("href")!;
        Press(box, "Enter");

        box.WaitForAssertion(() => Assert.EndsWith(chosen, Address.Uri, StringComparison.Ordinal));
        Assert.Matches("/members/\\d+$", chosen);
        Assert.Empty(box.FindAll("[role=option]"));
    }

    [Fact]
    public void Enter_pressed_before_anything_is_found_opens_what_is_found_then()
    {
        var box = Render<SearchBox>();

        _ = box.Find("input").InputAsync(new ChangeEventArgs { Value = "89161234568" });
        Press(box, "Enter");

        box.WaitForAssertion(() => Assert.Matches("/members/\\d+$", Address.Uri));
    }

    [Fact]
    public void Escape_leaves_and_forgets()
    {
        var box = Render<SearchBox>();
        box.Find("input").Input("иванов");
        box.WaitForAssertion(() => Assert.NotEmpty(box.FindAll("[role=option]")));

        Press(box, "Escape");

        box.WaitForAssertion(() => Assert.Empty(box.FindAll("[role=option]")));
        Assert.Equal("false", box.Find("input").GetAttribute("aria-expanded"));
    }

    [Fact]
    public void What_was_typed_before_does_not_overtake_what_is_typed_now()
    {
        var box = Render<SearchBox>();

        _ = box.Find("input").InputAsync(new ChangeEventArgs { Value = "иванов" });
        box.Find("input").Input("zz-nobody");

        box.WaitForAssertion(() => Assert.Contains("Nothing begins with “zz-nobody”", box.Find(".finder-nothing").TextContent, StringComparison.Ordinal));
        Assert.Single(box.FindAll("[role=option]"));
    }

    private static void Press(IRenderedComponent<SearchBox> box, string key) => box.Find("input").KeyDown(new KeyboardEventArgs { Key = key });
}
