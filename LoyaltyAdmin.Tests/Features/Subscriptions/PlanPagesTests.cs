using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Subscriptions;

public sealed class PlanPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public PlanPagesTests()
    {
        Services.AddMembersPages();
    }

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void Without_plans_the_page_says_what_they_are_for()
    {
        var page = Render<PlansPage>();

        page.WaitForElement(".empty");
        Assert.NotNull(page.Find("a[href='/plans/new']"));
    }

    [Fact]
    public void A_marketer_makes_a_plan_and_sees_when_it_pays_back()
    {
        var form = Render<PlanFormPage>();
        form.WaitForElement("#name").Change("Plus");
        form.Find("#fee").Input("300");
        form.WaitForAssertion(() => Assert.Contains("after 7 such purchases", form.Markup, StringComparison.Ordinal));

        form.Find("#discountPercent").Input("12.5");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.EndsWith("/plans", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        using var db = Database.CreateDbContext();
        var version = db.PlanVersions.Single();
        Assert.Equal((Money.Of(300), 12.5m, 14), (version.Terms.Fee, version.Terms.Benefits.DiscountPercent!.Value, version.Terms.TrialDays));
    }

    [Fact]
    public void What_is_wrong_is_told_beside_its_field_all_at_once()
    {
        var form = Render<PlanFormPage>();
        form.WaitForElement("#fee").Input("0");
        form.Find("#key").Change("Не ключ");
        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(4, form.FindAll("[role=alert]").Count));
    }

    [Fact]
    public async Task The_plans_show_their_subscribers_by_state_with_the_way_to_them()
    {
        var member = await BeginAsync();

        var page = Render<PlansPage>();

        page.WaitForAssertion(() => Assert.Contains("On trial: 1", page.Markup, StringComparison.Ordinal));
        Assert.Contains("state=trial", page.Find(".plan-states a").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotEqual(0, member);
    }

    [Fact]
    public async Task The_card_of_a_member_tells_the_state_and_what_was_saved_and_who_may_not_manage_sees_no_buttons()
    {
        var member = await BeginAsync();

        var card = Render<MemberPlansCard>(p => p.Add(c => c.MemberId, member));
        card.WaitForAssertion(() => Assert.Contains("For nothing through 23 Mar 2026", card.Markup, StringComparison.Ordinal));
        Assert.Contains("Saved so far", card.Markup, StringComparison.Ordinal);
        Assert.NotEmpty(card.FindAll("button"));
        SignIn("nobody");

        var seen = Render<MemberPlansCard>(p => p.Add(c => c.MemberId, member));

        seen.WaitForAssertion(() => Assert.Contains("Plus", seen.Markup, StringComparison.Ordinal));
        Assert.Empty(seen.FindAll("button"));
    }

    [Fact]
    public async Task The_list_of_subscriptions_filters_by_state_and_goes_to_excel()
    {
        await BeginAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/plans/subscriptions?state=trial");

        var page = Render<SubscriptionsPage>();

        page.WaitForAssertion(() => Assert.Contains("Иванова", page.Markup, StringComparison.Ordinal));
        Assert.Single(page.FindAll(".chip"));
        using var file = new MemoryStream();
        await Services.GetRequiredService<SubscriptionsExport>().WriteAsync(Somebody, file, ListParameters.Of("?state=trial"), default);
        Assert.Contains("Иванова", string.Join("|", Platform.Excel.ExcelFixture.Read(file).Tables.Cast<System.Data.DataTable>().SelectMany(t => t.Rows.Cast<System.Data.DataRow>()).SelectMany(r => r.ItemArray)), StringComparison.Ordinal);
    }

    private async Task<long> BeginAsync()
    {
        var member = (await Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Somebody, new MemberRegistration { Profile = new MemberProfile { LastName = "Иванова", Phone = "+79161234567" } }, default)).Value.MemberId;
        await Services.GetRequiredService<SavePlan>().ExecuteAsync(Somebody, new OfferOrder<PlanTerms> { Key = "plus", Name = "Plus", Terms = PlanShop.Terms }, default);
        Assert.Null((await Services.GetRequiredService<StartSubscription>().ExecuteAsync(Somebody, new StartOrder { MemberId = member, Plan = "plus", Trial = true }, default)).Rejection);
        return member;
    }
}
