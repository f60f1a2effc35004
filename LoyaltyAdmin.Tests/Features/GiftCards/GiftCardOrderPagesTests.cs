using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace LoyaltyAdmin.Tests.Features.GiftCards;

/// <summary>Orders of gift cards, what was sold, and the partner who delivers, on their pages.</summary>
public sealed class GiftCardOrderPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public GiftCardOrderPagesTests()
    {
        Services.AddMembersPages();
        Services.AddGiftCards();
        Services.AddDataProtection();
        Services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production });
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public async Task An_order_that_the_staff_takes_with_the_money_shows_its_steps_and_its_cards()
    {
        await SeriesAsync(3_000);
        var form = Render<NewGiftCardOrderPage>();
        form.WaitForElement("#buyer").Change("Anna Petrova");
        form.Find("#buyerContact").Change("+79161234567");
        form.Find("#count").Change("2");
        form.Find("input[type=checkbox]").Change(true);

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Matches("/gift-cards/orders/\\d+$", Address.Uri));
        await using var db = Database.CreateDbContext();
        var order = db.GiftCardOrders.Single();
        Assert.Equal(("Anna Petrova", 2, 2), (order.Buyer, order.Count, db.GiftCards.Count(c => c.Status == GiftCardStatus.Active)));
        var page = Render<GiftCardOrderPage>(p => p.Add(x => x.Id, order.Id));
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".gift-ordered li").Count));
        Assert.Equal(2, page.FindAll(".trail > li").Count);
        Assert.Contains("Anna Petrova", page.Find(".facts").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("note-bad", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_without_a_buyer_is_not_placed_and_says_what_is_missing()
    {
        await SeriesAsync(3_000);
        var form = Render<NewGiftCardOrderPage>();
        form.WaitForElement("#buyer");

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Single(form.FindAll(".form-field [role=alert]")));
        await using var db = Database.CreateDbContext();
        Assert.Empty(db.GiftCardOrders);
    }

    [Fact]
    public async Task The_list_of_orders_finds_by_number_and_state_and_a_clerk_takes_none()
    {
        await OrderAsync("one", "Anna Petrova", paid: true);
        await OrderAsync("two", "Boris Ivanov", paid: false);
        Address.NavigateTo("/gift-cards?tab=orders&status=new");

        var page = Render<GiftCardsPage>();

        page.WaitForAssertion(() => Assert.Equal("two", Assert.Single(page.FindAll(".list-cards li strong")).TextContent));
        Assert.NotNull(page.Find("a[href='/gift-cards/orders/new']"));
        Address.NavigateTo("/gift-cards?tab=orders&search=on");
        page.WaitForAssertion(() => Assert.Equal("one", Assert.Single(page.FindAll(".list-cards li strong")).TextContent));

        SignIn(Roles.Operator);
        var clerk = Render<GiftCardsPage>();
        clerk.WaitForElement(".list-cards li");
        Assert.Empty(clerk.FindAll("a[href='/gift-cards/orders/new'], a[href='/gift-cards/delivery']"));
    }

    [Fact]
    public void An_order_that_is_not_there_is_said_to_be_missing()
    {
        var page = Render<GiftCardOrderPage>(p => p.Add(x => x.Id, 12_345L));

        page.WaitForElement(".empty a[href='/gift-cards?tab=orders']");
    }

    [Fact]
    public async Task The_report_adds_up_what_was_sold_and_what_is_left_of_it()
    {
        await OrderAsync("one", "Anna Petrova", paid: true);
        await using (var db = Database.CreateDbContext())
        {
            var card = db.GiftCards.Single();
            Assert.Null(await Services.GetRequiredService<GiftCardDeeds>().AdjustAsync(Somebody, card.Id, add: false, 500, "wrong nominal", default));
        }

        Address.NavigateTo("/gift-cards?tab=sales");
        var page = Render<GiftCardsPage>();

        page.WaitForElement(".gift-chart");
        var row = page.Find(".list-cards li").TextContent.Replace('\u00a0', ' ');
        Assert.Contains("Virtual", row, StringComparison.Ordinal);
        Assert.Contains("3,000.00", row, StringComparison.Ordinal);
        Assert.Contains("2,500.00", row, StringComparison.Ordinal);
        Address.NavigateTo("/gift-cards?tab=sales&by=month");
        page.WaitForAssertion(() => Assert.Contains("2026-03", page.Find(".list-cards").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_delivery_partner_needs_a_safe_address_and_a_secret_that_is_never_shown_again()
    {
        var form = Render<DeliveryPartnerPage>();
        form.Find("#address").Change("http://parcels.example.com/orders");
        form.Find("#secret").Change("a secret of the partner and us");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Single(form.FindAll(".form-field [role=alert]")));

        form.Find("#address").Change("https://parcels.example.com/orders");
        form.Find("#secret").Change("short");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.NotNull(form.Find(".form-field:has(#secret) [role=alert]")));
        Assert.Null(await Services.GetRequiredService<DeliveryPartners>().FindAsync(default));

        form.Find("#secret").Change("a secret of the partner and us");
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[role=alert]")));

        Assert.Equal("a secret of the partner and us", (await Services.GetRequiredService<DeliveryPartners>().FindAsync(default))!.Value.Secret);
        var again = Render<DeliveryPartnerPage>();
        again.WaitForAssertion(() => Assert.Equal("https://parcels.example.com/orders", again.Find("#address").GetAttribute("value")));
        Assert.True(string.IsNullOrEmpty(again.Find("#secret").GetAttribute("value")));
    }

    private async Task<long> SeriesAsync(decimal nominal)
    {
        var design = (await Services.GetRequiredService<SaveGiftCardDesign>().ExecuteAsync(
            Somebody, null, new SaveGiftCardDesign.Wanted("Ribbon", GiftCardPicture.Ribbon, GiftCardDesign.Colours[0], "Ten shops"), default)).Value;
        return (await Services.GetRequiredService<CreateGiftCardSeries>().ExecuteAsync(
            Somebody, new GiftCardSeriesPlan { Name = "Virtual", DesignId = design, Prefix = "66", Nominal = nominal, IsVirtual = true }, default)).Value;
    }

    private async Task OrderAsync(string key, string buyer, bool paid)
    {
        await using var db = Database.CreateDbContext();
        var series = db.GiftCardSeries.Select(s => s.Id).SingleOrDefault() is > 0 and var known ? known : await SeriesAsync(3_000);
        Assert.Null((await Services.GetRequiredService<PlaceGiftCardOrder>().ExecuteAsync(
            Somebody, new GiftCardOrderPlan { Key = key, SeriesId = series, Buyer = buyer, BuyerContact = "+79161234567", IsPaid = paid }, default)).Rejection);
    }
}
