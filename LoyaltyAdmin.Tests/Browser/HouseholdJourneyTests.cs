using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A household is made on a page, spends its points at the till, and is left with what is the own.</summary>
public sealed class HouseholdJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserTheory]
    [InlineData("en", "Make a household", "Remove")]
    [InlineData("ru", "Создать семью", "Убрать")]
    public async Task Made_spent_from_one_balance_seen_on_both_pages_and_left(string language, string make, string remove)
    {
        using var till = new HttpClient { BaseAddress = portal.Host.ClientOptions.BaseAddress };
        till.DefaultRequestHeaders.Add("X-Api-Key", PortalHost.ApiKey);
        var (anna, boris) = (await MemberAsync(till, $"anna-{language}"), await MemberAsync(till, $"boris-{language}"));

        var page = await portal.OpenAsync("operator", language);
        await page.GotoAsync($"/members/{anna}");
        await page.Locator(".member-household button", new() { HasTextString = make }).ClickAsync();
        await page.FillAsync("#household-add", $"boris-{language}");
        await page.Locator(".member-household form button").ClickAsync();
        await page.Locator(".household-members tbody tr").Nth(1).WaitForAsync();
        await page.Locator(".household-pool strong", new() { HasTextString = "200" }).WaitForAsync();

        var receipt = await AnswerAsync(await till.PostAsJsonAsync("/api/v1/receipts", Receipt($"spend-{language}", $"boris-{language}", 1000, 150)));
        Assert.Equal(150m, (decimal)receipt["redeemedPoints"]!);
        await page.GotoAsync($"/receipts/{receipt["id"]}");
        await page.Locator($"main a[href='/members/{anna}']").First.WaitForAsync();
        await page.GotoAsync("/households");
        await page.Locator("main a", new() { HasTextString = $"anna-{language}" }).First.ClickAsync();
        await page.WaitForURLAsync("**/households/*");
        await page.Locator(".household-pool strong", new() { HasTextString = "92" }).WaitForAsync();

        await page.GotoAsync($"/members/{boris}");
        await page.Locator(".household-members tr", new() { HasTextString = $"boris-{language}" }).Locator("button", new() { HasTextString = remove }).ClickAsync();
        await page.FillAsync(".rz-dialog textarea", "Moved out");
        await page.Locator(".rz-dialog button", new() { HasTextString = remove }).ClickAsync();
        await page.Locator(".household-members").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal(92m, (decimal)(await AnswerAsync(await till.GetAsync($"/api/v1/members/{boris}/balance")))["available"]!);
    }

    private static async Task<long> MemberAsync(HttpClient till, string name)
    {
        var member = await AnswerAsync(await till.PostAsJsonAsync("/api/v1/members", new { externalId = name, firstName = name }));
        await AnswerAsync(await till.PostAsJsonAsync("/api/v1/receipts", Receipt($"join-{name}", name, 2000, 0)));
        return (long)member["id"]!;
    }

    private static object Receipt(string key, string member, decimal price, int redeem) => new
    {
        receiptId = key,
        occurredAt = DateTime.UtcNow,
        member,
        lines = new[] { new { line = 1, sku = "A", quantity = 1, price } },
        redeemPoints = redeem,
    };

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage answer) => (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonObject>())!;
}
