using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Terms;

public sealed class TermsPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Marketer = new("marketer@example.com", Roles.PermissionsOf(Roles.Marketer));

    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        Services.AddTermsOfTests();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Customers_read_what_a_purchase_brings_as_the_engine_reckons_it()
    {
        var page = Render<TermsPage>();

        page.WaitForAssertion(() => Assert.Contains("A purchase of 1,000\u00a0₽ brings 50\u00a0points.", Sentences(page)));
        Assert.Contains("A purchase of 1,000\u00a0₽ can be paid with up to 300\u00a0points, worth 300\u00a0₽.", Sentences(page));
        Assert.Empty(page.FindAll("ins, del"));
    }

    [Fact]
    public void Cashiers_have_a_note_of_their_own_in_the_language_that_the_address_names()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/terms?for=cashiers&language=ru");
        var page = Render<TermsPage>();

        page.WaitForAssertion(() => Assert.Contains("Скажите", page.FindAll("h3").Select(h => h.TextContent)));
        Assert.Contains("Покупка на 1\u00a0000\u00a0₽ приносит 50\u00a0баллов.", Sentences(page));
        Assert.Equal("ru", page.Find("article").GetAttribute("lang"));
    }

    [Fact]
    public async Task A_draft_shows_beforehand_what_it_changes_in_the_terms()
    {
        var draft = new ProgramConditions { Accrual = new AccrualConditions { Percent = 7 } };
        await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, null, draft, default);
        var now = Render<TermsPage>();
        now.WaitForElement("a[href='/terms?version=2']");

        Services.GetRequiredService<NavigationManager>().NavigateTo("/terms?version=2");
        var page = Render<TermsPage>();

        page.WaitForAssertion(() => Assert.Contains("7%", page.FindAll("ins").Select(i => i.TextContent)));
        Assert.Contains("5%", page.FindAll("del").Select(i => i.TextContent));
    }

    [Fact]
    public async Task An_edition_is_shown_against_the_one_before_and_plain_when_asked()
    {
        await RecordAsync();
        await Services.GetRequiredService<EditDraft>().ExecuteAsync(Marketer, null, new ProgramConditions { Accrual = new AccrualConditions { Percent = 7 } }, default);
        var overview = await Services.GetRequiredService<ProgramQueries>().OverviewAsync(Marketer, default);
        await Services.GetRequiredService<PublishDraft>().ExecuteAsync(Marketer, overview.Draft!, null, "why", default);
        await RecordAsync();

        var page = Render<EditionPage>(p => p.Add(v => v.Number, 2));
        page.WaitForAssertion(() => Assert.Contains("7%", page.FindAll("ins").Select(i => i.TextContent)));
        Services.GetRequiredService<NavigationManager>().NavigateTo("/terms/editions/2?changes=off");
        var plain = Render<EditionPage>(p => p.Add(v => v.Number, 2));

        plain.WaitForElement("article");
        Assert.Empty(plain.FindAll("ins, del"));
        Assert.Contains("A purchase of 1,000\u00a0₽ brings 70\u00a0points.", Sentences(plain));
    }

    private static IEnumerable<string> Sentences<T>(IRenderedComponent<T> page)
        where T : IComponent => page.FindAll("article li").Select(li => li.TextContent);

    private Task<int> RecordAsync() => Services.GetRequiredService<RecordTerms>().ExecuteAsync(Actor.System("test"), default);
}
