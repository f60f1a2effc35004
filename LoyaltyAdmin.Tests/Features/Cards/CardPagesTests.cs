using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Cards;

public sealed class CardPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public CardPagesTests()
    {
        Services.AddMembersPages();
        Services.AddCards();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void An_empty_list_says_how_to_begin_and_who_may_not_manage_sees_no_button()
    {
        Assert.NotNull(WaitFor(Render<CardsPage>(), ".empty a[href='/cards/series/new']"));

        SignIn(Roles.Operator);
        var page = Render<CardsPage>();
        page.WaitForElement(".empty");
        Assert.Empty(page.FindAll("a[href='/cards/series/new']"));
    }

    [Fact]
    public async Task The_list_shows_what_the_address_asks_for_and_offers_the_same_as_excel()
    {
        await SeriesAsync(3);
        Address.NavigateTo("/cards?status=free&search=55");

        var page = Render<CardsPage>();

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".list-cards li").Count));
        Assert.Equal(2, page.FindAll(".chip").Count);
        Assert.Equal("/exports/cards.xlsx?search=55&status=free", page.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public void A_filled_form_makes_the_series_and_opens_its_page()
    {
        var form = Render<NewSeriesPage>();
        form.Find("#name").Change("Autumn");
        form.Find("#prefix").Change("2201");
        form.Find("#count").Change("20");
        Assert.Contains("2201", form.Find(".note").TextContent, StringComparison.Ordinal);

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Matches("/cards/series/\\d+$", Address.Uri));
        using var db = Database.CreateDbContext();
        Assert.Equal(20, db.Cards.Count(c => c.Status == CardStatus.Free));
    }

    [Fact]
    public void All_wrong_fields_are_marked_at_once()
    {
        var form = Render<NewSeriesPage>();

        form.Find("#count").Change("0");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(3, form.FindAll("[role=alert]").Count));
    }

    [Fact]
    public async Task A_series_page_tells_what_became_of_its_cards_and_who_made_it()
    {
        var id = await SeriesAsync(3);

        var page = Render<SeriesPage>(p => p.Add(s => s.Id, id));

        page.WaitForAssertion(() => Assert.Equal(["3", "3", "0", "0", "0"], page.FindAll(".tile strong").Select(t => t.TextContent)));
        Assert.NotNull(page.Find($"a[href='/exports/card-series/{id}.csv']"));
    }

    [Fact]
    public void An_import_is_checked_first_and_then_taken()
    {
        var page = Render<ImportCardsPage>();
        page.Find("#name").Change("Printed");
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("card\n33000001\n33000002\n33000001\n", "cards.csv"));

        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("33000001 is in the file already, in row 2", page.Find(".imports-errors").TextContent, StringComparison.Ordinal));
        using (var db = Database.CreateDbContext())
        {
            Assert.Empty(db.Cards);
        }

        page.FindAll(".form-actions button")[1].Click();
        page.WaitForAssertion(() => Assert.Contains("/cards/series/", page.Find(".note-good a").GetAttribute("href"), StringComparison.Ordinal));
        using var after = Database.CreateDbContext();
        Assert.Equal(2, after.Cards.Count());
    }

    [Fact]
    public async Task A_member_without_a_virtual_card_gets_one_with_a_click_and_sees_both_codes()
    {
        var id = await MemberAsync();
        var page = Render<MemberCardPage>(p => p.Add(c => c.Id, id));

        WaitFor(page, ".empty button").Click();

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".plastic svg").Count));
        Assert.Contains("Анна Иванова", page.Find(".plastic header").TextContent, StringComparison.Ordinal);
        using var db = Database.CreateDbContext();
        Assert.Equal(CardNumber.Grouped(db.Cards.Single().Number), page.Find(".plastic-number").TextContent);
    }

    [Fact]
    public async Task Whoever_may_not_change_members_sees_a_masked_name_and_no_button()
    {
        var id = await MemberAsync();
        var number = (await Services.GetRequiredService<IssueVirtualCard>().ExecuteAsync(Somebody, id, default)).Value;
        SignIn("nobody");

        var page = Render<MemberCardPage>(p => p.Add(c => c.Id, id));

        page.WaitForAssertion(() => Assert.Contains("Анна И.", page.Find(".plastic header").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("Иванова", page.Find(".plastic").TextContent, StringComparison.Ordinal);
        Assert.Contains(CardNumber.Grouped(number), page.Markup, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement WaitFor<T>(IRenderedComponent<T> page, string selector)
        where T : IComponent => page.WaitForElement(selector);

    private async Task<long> SeriesAsync(int count) => (await Services.GetRequiredService<CreateCardSeries>().ExecuteAsync(
        Somebody, new CardSeriesPlan { Name = "Autumn", Prefix = "55", Length = 8, IsConsecutive = true, Count = count }, default)).Value;

    private async Task<long> MemberAsync() => (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
        Somebody, new MemberRegistration { Profile = new MemberProfile { FirstName = "Анна", LastName = "Иванова", ExternalId = "crm-1" } }, default)).Value.MemberId;
}
