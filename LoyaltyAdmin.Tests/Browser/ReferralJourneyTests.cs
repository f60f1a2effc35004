using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A marketer rewards bringing friends, a clerk gives a code and registers a friend by it.</summary>
public sealed partial class ReferralJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task Terms_are_published_a_code_is_given_and_a_friend_registered_by_it_is_seen()
    {
        var page = await portal.OpenAsync("admin");
        await page.GotoAsync("/referral/edit");
        await page.Locator("#f-Referral-Enabled").SetCheckedAsync(true, new() { Force = true });
        await page.FillAsync("#f-Referral-ReferrerPoints", "400");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        await page.FillAsync("#publish-note", "Friends");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(Home());
        await page.Locator("main", new() { HasTextString = "gets 400" }).First.WaitForAsync();

        await RegisterAsync(page, "Ivanova", null);
        await page.Locator(".referral-card button").First.ClickAsync();
        var code = await page.Locator(".referral-code strong").InnerTextAsync();
        await RegisterAsync(page, "Petrov", code.ToLowerInvariant());
        await page.Locator(".referral-card a", new() { HasTextString = "Ivanova" }).WaitForAsync();

        await page.GotoAsync("/referral");
        await page.Locator(".data-table tbody tr", new() { HasTextString = "Petrov" }).WaitForAsync();
        await page.Locator(".languages a", new() { HasTextString = "RU" }).ClickAsync();
        await page.Locator("main h1", new() { HasTextString = "Приведи друга" }).WaitForAsync();
    }

    private static async Task RegisterAsync(IPage page, string name, string? code)
    {
        await page.GotoAsync("/members/new");
        await page.FillAsync("input[name=lastName]", name);
        await page.FillAsync("input[name=externalId]", name);
        if (code is not null)
        {
            await page.FillAsync("input[name=referralCode]", code);
        }

        await page.Locator("main form button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(OneMember());
        await page.Locator(".referral-card").WaitForAsync();
    }

    [GeneratedRegex("/referral$")]
    private static partial Regex Home();

    [GeneratedRegex(@"/members/\d+$")]
    private static partial Regex OneMember();
}
