using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>The search from anywhere, as fingers use it.</summary>
public sealed partial class SearchTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task Ctrl_k_a_phone_and_enter_lead_to_the_member_on_a_desk_and_on_a_phone()
    {
        await portal.Host.Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Actor.System("test"), new MemberRegistration { Profile = new MemberProfile { LastName = "Searched", Phone = "+79995550123" } }, default);
        foreach (var width in new[] { 1440, 390 })
        {
            var page = await portal.OpenAsync("operator", width: width);
            await page.WaitForSelectorAsync(".finder[data-ready]", new() { State = Microsoft.Playwright.WaitForSelectorState.Attached });

            await page.Keyboard.PressAsync("Control+k");
            await page.Keyboard.TypeAsync("8 999 555-01-23");
            await page.Keyboard.PressAsync("Enter");

            await page.WaitForURLAsync(OneMember());
            await page.Locator("main h1", new() { HasTextString = "Searched" }).WaitForAsync();
            await page.Context.CloseAsync();
        }
    }

    [GeneratedRegex("/members/\\d+$")]
    private static partial Regex OneMember();
}
