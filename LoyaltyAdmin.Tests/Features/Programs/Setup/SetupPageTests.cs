using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Programs.Setup;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Programs.Setup;

public sealed class SetupPageTests : LoyaltyPageTest, IAsyncLifetime
{
    public async Task InitializeAsync()
    {
        await ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);
        Services.AddPrograms();
        Services.AddSubscriptions();
        Services.AddClubs();
        Services.AddPartners();
    }

    Task IAsyncLifetime.DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Each_type_shows_at_once_what_customers_get_on_three_receipts()
    {
        var page = Open();
        Assert.Empty(page.FindAll(".setup-receipts table"));

        Choose(page, ProgramKind.Discount);

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(".setup-receipts table").Count));
        Assert.Equal(["Everybody", "1,052.97\u00a0₽", "0", "0"], page.FindAll("[data-receipt=Groceries] tbody td").Select(td => td.TextContent.Trim()));
    }

    [Fact]
    public void A_mix_shows_everybody_who_has_terms_of_their_own()
    {
        var page = Open();
        foreach (var kind in (ProgramKind[])[ProgramKind.Bonus, ProgramKind.Cumulative, ProgramKind.Subscription, ProgramKind.Club])
        {
            Choose(page, kind);
        }

        page.WaitForAssertion(() => Assert.Equal(
            ["Friend", "Silver", "Gold", "Plus", "Black"],
            page.FindAll("[data-receipt=Groceries] tbody td:first-child").Select(td => td.TextContent)));
    }

    [Fact]
    public async Task What_is_saved_is_a_draft_of_the_chosen_types()
    {
        var page = Open();
        Choose(page, ProgramKind.Discount);
        page.WaitForElement("#s-discount").Input("8");

        page.WaitForElement(".editor-bar button:contains('Save draft')").Click();

        var queries = Services.GetRequiredService<ProgramQueries>();
        await page.WaitForAssertionAsync(() => Assert.Equal(8m, Draft(queries)?.Conditions.Discount.Percent));
        Assert.False(Draft(queries)!.Conditions.Redemption.Allowed);
    }

    [Fact]
    public void What_contradicts_itself_is_told_while_one_types()
    {
        var page = Open();
        Choose(page, ProgramKind.Bonus);
        Choose(page, ProgramKind.Subscription);

        page.WaitForElement("#s-plan-rate").Input("5");

        page.WaitForAssertion(() => Assert.Contains("nobody has a reason to pay", page.Find("[role=status].card").TextContent, StringComparison.Ordinal));
    }

    private static VersionRow? Draft(ProgramQueries queries) =>
        queries.OverviewAsync(Actor.System("test"), default).GetAwaiter().GetResult().DraftVersion;

    private IRenderedComponent<SetupPage> Open()
    {
        var page = Render<SetupPage>();
        page.WaitForElement("[data-kind=Discount]");
        return page;
    }

    private static void Choose(IRenderedComponent<SetupPage> page, ProgramKind kind) => page.Find($"[data-kind={kind}]").Change(true);
}
