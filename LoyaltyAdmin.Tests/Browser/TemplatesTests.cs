using LoyaltyAdmin.Domain.Programs.Setup;
using LoyaltyAdmin.Tests.Stories;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>Each template from an empty portal to a published program in the browser, then played through at the till.</summary>
public sealed class TemplatesTests
{
    [BrowserTheory]
    [InlineData(ProgramKind.Discount)]
    [InlineData(ProgramKind.Bonus)]
    [InlineData(ProgramKind.Cumulative)]
    [InlineData(ProgramKind.Subscription)]
    [InlineData(ProgramKind.Club)]
    [InlineData(ProgramKind.Partner)]
    [InlineData(ProgramKind.Referral)]
    public async Task A_template_that_is_published_in_the_browser_keeps_its_promise_at_the_till(ProgramKind kind)
    {
        using var portal = new StillPortal();
        await portal.InitializeAsync();
        try
        {
            var page = await portal.OpenAsync("admin");
            await page.GotoAsync("/first-steps");
            await page.Locator("[data-step=Conditions] a").ClickAsync();
            await page.Locator($"input[data-kind={kind}]").CheckAsync();
            await page.Locator(".setup-receipts table").First.WaitForAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
            await page.FillAsync("#publish-note", "From a template");
            await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
            await page.Locator(".setup-done").WaitForAsync();
            Assert.Equal(0, await page.Locator(".setup-done .note-bad").CountAsync());

            await TemplateStories.PlayAsync(new TemplateShop(portal.Host.ApiClient(), portal.Clock, portal.Host.Services, portal.Host.ApiClient), kind);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    /// <summary>A portal whose clock is the test's.</summary>
    private sealed class StillPortal() : BrowserPortal(new StillHost())
    {
        public TestClock Clock => ((StillHost)Host).Clock;
    }

    private sealed class StillHost : PortalHost
    {
        public TestClock Clock { get; } = new();

        protected override TimeProvider Time => Clock;
    }
}
