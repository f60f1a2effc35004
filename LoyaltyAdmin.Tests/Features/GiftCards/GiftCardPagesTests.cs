using Bunit;
using LoyaltyAdmin.Data.Seeding;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.GiftCards;

public sealed class GiftCardPagesTests : LoyaltyPageTest, IAsyncLifetime
{
    private static readonly Actor Somebody = Actor.System("test");

    public GiftCardPagesTests()
    {
        Services.AddMembersPages();
        Services.AddGiftCards();
    }

    private NavigationManager Address => Services.GetRequiredService<NavigationManager>();

    public Task InitializeAsync() => ProgramSeed.EnsureAsync(Database, Database.Sql, Database.Clock.Business, new ProgramConditions(), default);

    public new async Task DisposeAsync() => await base.DisposeAsync();

    [Fact]
    public void An_empty_list_says_how_to_begin_and_who_may_not_sell_sees_no_button()
    {
        var page = Render<GiftCardsPage>();
        page.WaitForElement(".empty a[href='/gift-cards/series/new']");

        SignIn(Roles.Operator);
        var clerk = Render<GiftCardsPage>();
        clerk.WaitForElement(".empty");
        Assert.Empty(clerk.FindAll("a[href='/gift-cards/sell'], a[href='/gift-cards/series/new']"));
    }

    [Fact]
    public async Task The_list_tells_what_is_owed_and_shows_whole_codes_only_to_those_who_sell()
    {
        var sold = await SoldAsync(3_000);

        var page = Render<GiftCardsPage>();
        page.WaitForAssertion(() => Assert.Contains(LoyaltyAdmin.Domain.Members.CardNumber.Grouped(sold.Code), page.Markup, StringComparison.Ordinal));
        Assert.Contains("Owed on cards: 3,000.00", page.Markup.Replace('\u00a0', ' '), StringComparison.Ordinal);

        SignIn(Roles.Operator);
        var clerk = Render<GiftCardsPage>();
        clerk.WaitForAssertion(() => Assert.Contains("•••• ", clerk.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(sold.Code[^8..^4], clerk.Find(".list-cards").TextContent, StringComparison.Ordinal);
        Address.NavigateTo($"/gift-cards?search={sold.Code[..8]}");
        clerk.WaitForAssertion(() => Assert.Empty(clerk.FindAll(".list-cards li")));
    }

    [Fact]
    public async Task A_design_is_seen_while_it_is_drawn_and_a_series_of_it_is_made()
    {
        var form = Render<GiftCardDesignPage>();
        form.Find("#name").Input("New Year");
        form.Find("#text").Input("Ten shops in the city");
        form.WaitForAssertion(() => Assert.Equal("Ten shops in the city", form.Find(".gift footer").TextContent));
        form.Find("form").Submit();
        form.WaitForAssertion(() => Assert.EndsWith("/gift-cards?tab=designs", Address.Uri, StringComparison.Ordinal));

        var series = Render<NewGiftCardSeriesPage>();
        series.WaitForElement("#name").Change("Plastic, winter");
        series.Find("#prefix").Change("77");
        series.Find("#count").Change("3");
        series.Find("#nominal").Change("5000");
        Assert.Contains("5,000.00", series.Find(".gift-amount").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        series.Find("form").Submit();
        series.WaitForAssertion(() => Assert.Matches("/gift-cards/series/\\d+$", Address.Uri));
        using var db = Database.CreateDbContext();
        Assert.Equal(3, db.GiftCards.Count(c => c.Status == GiftCardStatus.Issued));
        Assert.Equal(2, db.AuditEntries.Count(a => a.Subject == nameof(GiftCardDesign) || a.Subject == nameof(GiftCardSeries)));
    }

    [Fact]
    public async Task All_wrong_fields_of_a_series_are_marked_at_once()
    {
        await DesignAsync();
        var form = Render<NewGiftCardSeriesPage>();
        form.WaitForElement("#nominal").Change("0");

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Equal(4, form.FindAll("[role=alert]").Count));
    }

    [Fact]
    public async Task A_card_is_sold_with_the_buyers_words_and_opens_as_the_buyer_gets_it()
    {
        await SeriesAsync(3_000);
        var form = Render<SellGiftCardPage>();
        form.WaitForElement("#to").Input("Anna");
        form.Find("#words").Input("Happy birthday");
        form.WaitForAssertion(() => Assert.Contains("Anna", form.Find(".gift").TextContent, StringComparison.Ordinal));

        form.Find("form").Submit();

        form.WaitForAssertion(() => Assert.Matches("/gift-cards/\\d+/print$", Address.Uri));
        using var db = Database.CreateDbContext();
        var card = db.GiftCards.Single();
        Assert.Equal(("Anna", 300_000L, GiftCardStatus.Active), (card.GivenTo, card.Balance.Minor, card.Status));
        var print = Render<GiftCardPrintPage>(p => p.Add(x => x.Id, card.Id));
        print.WaitForAssertion(() => Assert.Contains(card.Pin!, print.Find(".gift-codes").TextContent, StringComparison.Ordinal));
        Assert.Equal(2, print.FindAll(".gift-codes svg").Count);
    }

    [Fact]
    public async Task The_page_of_a_card_shows_its_movements_and_what_the_staff_did_and_why()
    {
        var sold = await SoldAsync(3_000);
        var deeds = Services.GetRequiredService<GiftCardDeeds>();
        Assert.Null(await deeds.AdjustAsync(Somebody, sold.Id, add: false, 500, "wrong nominal", default));
        Assert.Null(await deeds.BlockAsync(Somebody, sold.Id, "lost by its holder", default));

        var page = Render<GiftCardPage>(p => p.Add(x => x.Id, sold.Id));

        page.WaitForAssertion(() => Assert.Contains("lost by its holder", page.Find(".note-bad").TextContent, StringComparison.Ordinal));
        Assert.Contains("2,500.00", page.Find(".tile-main").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("wrong nominal", page.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".trail > li").Count));
        Assert.DoesNotContain(sold.Code, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deeds_ask_for_a_reason_and_for_the_right_to_do_them()
    {
        var sold = await SoldAsync(3_000);
        var deeds = Services.GetRequiredService<GiftCardDeeds>();
        var marketer = new Actor("marketer", Roles.PermissionsOf(Roles.Marketer));
        var clerk = new Actor("clerk", Roles.PermissionsOf(Roles.Operator));

        Assert.Equal("GiftCards.ReasonMissing", (await deeds.BlockAsync(marketer, sold.Id, " ", default))!.Code);
        Assert.Equal("GiftCards.NotEnough", (await deeds.AdjustAsync(Somebody, sold.Id, add: false, 3_000.01m, "too much", default))!.Code);
        Assert.Equal("GiftCards.AmountOutOfRange", (await deeds.AdjustAsync(Somebody, sold.Id, add: true, 0.001m, "too little", default))!.Code);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => deeds.AdjustAsync(marketer, sold.Id, add: true, 1, "no right", default));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => deeds.BlockAsync(clerk, sold.Id, "no right", default));
    }

    [Fact]
    public async Task The_money_adds_up_on_its_own_tab_and_a_wrong_balance_is_told()
    {
        var sold = await SoldAsync(3_000);
        Address.NavigateTo("/gift-cards?tab=ledger");
        var page = Render<GiftCardsPage>();
        page.WaitForElement(".note-good");

        await using (var db = Database.CreateDbContext())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlAsync(db.Database, $"UPDATE GiftCards SET Balance = Balance - 1 WHERE Id = {sold.Id}");
        }

        var wrong = Render<GiftCardsPage>();
        wrong.WaitForElement($".note-bad ~ .lots a[href='/gift-cards/{sold.Id}']");
    }

    [Fact]
    public async Task The_workbooks_hold_what_the_lists_show_and_codes_go_to_those_who_may_sell()
    {
        await SoldAsync(3_000);
        var export = Services.GetRequiredService<GiftCardsExport>();
        using var file = new MemoryStream();
        await export.WriteAsync(Somebody, file, ListParameters.Of("/gift-cards?status=active"), default);
        Assert.True(file.Length > 1_000);

        using var series = new MemoryStream();
        await export.WriteSeriesAsync(Somebody, series, ListParameters.Of(""), default);
        Assert.True(series.Length > 1_000);
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => export.WriteAsync(
            new Actor("clerk", Roles.PermissionsOf(Roles.Operator)), Stream.Null, ListParameters.Of(""), default));
    }

    private async Task<long> DesignAsync() => (await Services.GetRequiredService<SaveGiftCardDesign>().ExecuteAsync(
        Somebody, null, new SaveGiftCardDesign.Wanted("Ribbon", GiftCardPicture.Ribbon, GiftCardDesign.Colours[0], "Ten shops"), default)).Value;

    private async Task<long> SeriesAsync(decimal nominal) => (await Services.GetRequiredService<CreateGiftCardSeries>().ExecuteAsync(
        Somebody, new GiftCardSeriesPlan { Name = "Virtual", DesignId = await DesignAsync(), Prefix = "66", Nominal = nominal, IsVirtual = true, HasPin = true }, default)).Value;

    private async Task<GiftCard> SoldAsync(decimal nominal) => (await Services.GetRequiredService<SellGiftCard>().ExecuteAsync(
        Somebody, new GiftCardSale { OperationId = "sale-1", SeriesId = await SeriesAsync(nominal), GivenTo = "Anna" }, default)).Value.Card;
}
