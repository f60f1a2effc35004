using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A club is made, a member invited, accepted and served by it, and removed again.</summary>
public sealed class ClubsJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task Invited_accepted_served_removed_and_served_no_more()
    {
        using var till = new HttpClient { BaseAddress = portal.Host.ClientOptions.BaseAddress };
        till.DefaultRequestHeaders.Add("X-Api-Key", PortalHost.ApiKey);
        var member = (long)(await AnswerAsync(await till.PostAsJsonAsync("/api/v1/members", new { externalId = "anna", firstName = "Anna" })))["id"]!;

        var page = await portal.OpenAsync("marketer");
        await page.GotoAsync("/plans/clubs/new");
        await page.FillAsync("#name", "Box");
        await page.FillAsync("#discountPercent", "20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the club" }).ClickAsync();
        await page.Locator(".plan-card a", new() { HasTextString = "Box" }).ClickAsync();
        await page.Locator("main button", new() { HasTextString = "Invite" }).ClickAsync();
        await page.FillAsync("#lines", "anna");
        await page.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await page.Locator(".rz-dialog", new() { HasTextString = "New invitations: 1" }).WaitForAsync();

        var clerk = await portal.OpenAsync("operator");
        await clerk.GotoAsync($"/members/{member}");
        await DecideAsync(clerk, "Accept", "Showed the letter");
        await clerk.Locator(".member-clubs .badge", new() { HasTextString = "in the club" }).WaitForAsync();
        Assert.Equal(80m, (decimal)(await BuyAsync(till, "r-1"))["toPay"]!);

        await DecideAsync(clerk, "Remove", "Resold the goods");
        await clerk.Locator(".member-clubs .badge").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(100m, (decimal)(await BuyAsync(till, "r-2"))["toPay"]!);
    }

    private static async Task DecideAsync(IPage page, string what, string reason)
    {
        await page.Locator(".member-clubs button", new() { HasTextString = what }).ClickAsync();
        await page.FillAsync(".rz-dialog textarea", reason);
        await page.Locator(".rz-dialog button", new() { HasTextString = what }).ClickAsync();
    }

    private static async Task<JsonObject> BuyAsync(HttpClient till, string key) => await AnswerAsync(await till.PostAsJsonAsync("/api/v1/receipts", new
    {
        receiptId = key,
        occurredAt = DateTime.UtcNow,
        member = "anna",
        lines = new[] { new { line = 1, sku = "A", quantity = 1, price = 100 } },
    }));

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage answer) => (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
}
