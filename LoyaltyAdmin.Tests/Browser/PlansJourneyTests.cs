using System.Net.Http.Json;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A marketer makes a plan; an operator begins it for a member and notes a payment.</summary>
public sealed class PlansJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task A_marketer_makes_a_plan_and_an_operator_begins_and_pays_it()
    {
        var page = await portal.OpenAsync("marketer");
        await page.GotoAsync("/plans/new");
        await page.FillAsync("#name", "Plus");
        await page.FillAsync("#fee", "300");
        await page.FillAsync("#discountPercent", "10");
        await page.Locator(".plan-payback", new() { HasTextString = "after 4 such purchases" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Create the plan" }).ClickAsync();
        await page.Locator(".plan-card", new() { HasTextString = "10% off" }).WaitForAsync();

        var member = await RegisterAsync();
        var clerk = await portal.OpenAsync("operator");
        await clerk.GotoAsync($"/members/{member}");
        await clerk.Locator(".member-plans button", new() { HasTextString = "Begin" }).ClickAsync();
        await clerk.FillAsync("#plan-reason", "Asked at the counter");
        await clerk.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await clerk.Locator(".member-plan .badge", new() { HasTextString = "On trial" }).WaitForAsync();

        await clerk.Locator(".member-plan button", new() { HasTextString = "Payment" }).ClickAsync();
        await clerk.FillAsync("#plan-reason", "Paid in cash");
        await clerk.Locator(".rz-dialog button[type=submit]").ClickAsync();
        await clerk.Locator(".member-plan .badge", new() { HasTextString = "Paid" }).WaitForAsync();
        Assert.Contains("300.00", await clerk.Locator(".member-plan .plan-saved").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<long> RegisterAsync()
    {
        using var client = new HttpClient { BaseAddress = portal.Host.ClientOptions.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Api-Key", PortalHost.ApiKey);
        using var answer = await client.PostAsJsonAsync("/api/v1/members", new { externalId = "anna", firstName = "Anna" });
        return (await answer.Content.ReadFromJsonAsync<Registered>())!.Id;
    }

    private sealed record Registered(long Id);
}
