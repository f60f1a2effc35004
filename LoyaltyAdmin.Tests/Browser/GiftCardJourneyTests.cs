using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>From a design to a sold gift card, as a marketer goes through it.</summary>
public sealed partial class GiftCardJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task A_design_is_drawn_a_series_made_a_card_sold_printed_and_blocked()
    {
        var page = await portal.OpenAsync("admin");

        await page.GotoAsync("/gift-cards/designs/new");
        await page.FillAsync("#name", "New Year");
        await page.Locator(".gift-pictures input").Nth(4).CheckAsync();
        await page.FillAsync("#text", "Ten shops in the city");
        await page.Locator(".gift footer", new() { HasTextString = "Ten shops in the city" }).WaitForAsync();
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(Designs());

        await page.GotoAsync("/gift-cards/series/new");
        await page.FillAsync("#name", "Virtual");
        await page.Locator("input[name=kind]").Nth(1).CheckAsync();
        await page.FillAsync("#prefix", "7700");
        await page.FillAsync("#nominal", "3000");
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(Series());

        await page.GotoAsync("/gift-cards/sell");
        await page.FillAsync("#to", "Anna");
        await page.FillAsync("#words", "Happy birthday!");
        await page.Locator(".gift", new() { HasTextString = "Happy birthday!" }).WaitForAsync();
        await page.ClickAsync("main form button[type=submit]");
        await page.WaitForURLAsync(Print());
        await page.Locator(".gift-codes svg").First.WaitForAsync();

        await page.GotoAsync(page.Url[..^"/print".Length]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Block" }).ClickAsync();
        await page.Locator(".rz-dialog textarea").FillAsync("Lost by its holder");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Block" }).ClickAsync();
        await page.Locator(".note-bad", new() { HasTextString = "Lost by its holder" }).WaitForAsync();
    }

    [GeneratedRegex("tab=designs$")]
    private static partial Regex Designs();

    [GeneratedRegex(@"/series/\d+$")]
    private static partial Regex Series();

    [GeneratedRegex(@"/\d+/print$")]
    private static partial Regex Print();
}
