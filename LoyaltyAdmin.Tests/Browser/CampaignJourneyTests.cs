using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>From the gallery to the tills and to a pause, by two persons.</summary>
public sealed partial class CampaignJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task A_ready_campaign_is_taken_made_deeper_approved_by_another_person_launched_and_paused()
    {
        var page = await portal.OpenAsync("marketer");
        await page.GotoAsync("/campaigns/gallery?goal=averagecheck");
        await page.ClickAsync("[data-template=steps-of-receipt] a");
        await page.Locator(".editor-side", new() { HasTextString = "10% off" }).WaitForAsync();
        await page.FillAsync("#f-rewards-0-Percent", "40");
        await page.Locator(".editor-side", new() { HasTextString = "40% off" }).WaitForAsync();
        await PressAsync(page, "Save and submit");
        await page.WaitForURLAsync(Detail());
        await page.Locator("h1 .badge", new() { HasTextString = "Waits for approval" }).WaitForAsync();

        var manager = await portal.OpenAsync("manager");
        await manager.GotoAsync(page.Url);
        await manager.Locator(".note", new() { HasTextString = "deeper than 30%" }).WaitForAsync();
        await PressAsync(manager, "Approve");
        await ConfirmAsync(manager, "Approve", null);
        await manager.Locator("h1 .badge", new() { HasTextString = "Approved" }).WaitForAsync();

        await page.ReloadAsync();
        await PressAsync(page, "Launch");
        await ConfirmAsync(page, "Launch", null);
        await page.Locator("h1 .badge", new() { HasTextRegex = Begun() }).WaitForAsync();
        await PressAsync(page, "Pause");
        await ConfirmAsync(page, "Pause", "The goods are sold out");
        await page.Locator("h1 .badge", new() { HasTextString = "Paused" }).WaitForAsync();
        await page.Locator(".trail", new() { HasTextString = "The goods are sold out" }).WaitForAsync();
    }

    [BrowserFact]
    public async Task Leaving_with_changes_asks_first()
    {
        var page = await portal.OpenAsync("marketer");
        await page.GotoAsync("/campaigns/new");
        await page.FillAsync("#name", "Autumn");
        await page.Locator("#name").BlurAsync();
        await page.ClickAsync("nav.crumbs a");
        await page.Locator(".rz-dialog").WaitForAsync();
        await page.Locator(".rz-dialog button").First.ClickAsync();
        Assert.EndsWith("/campaigns/new", page.Url, StringComparison.Ordinal);
    }

    private static Task PressAsync(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    private static async Task ConfirmAsync(IPage page, string name, string? reason)
    {
        if (reason is not null)
        {
            await page.Locator(".rz-dialog textarea").FillAsync(reason);
        }

        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
    }

    [GeneratedRegex(@"/campaigns/\d+$")]
    private static partial Regex Detail();

    [GeneratedRegex("Running|Scheduled")]
    private static partial Regex Begun();
}
