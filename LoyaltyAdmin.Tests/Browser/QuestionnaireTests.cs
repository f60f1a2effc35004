using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A marketer asks, an operator fills in and confirms, and the points come.</summary>
public sealed class QuestionnaireTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task A_questionnaire_is_published_filled_in_and_brings_points_after_the_contact_is_confirmed()
    {
        var marketer = await portal.OpenAsync("marketer");
        await marketer.GotoAsync("/joining/questionnaire/edit");
        await marketer.FillAsync("#ask-points", "150");
        await marketer.Keyboard.PressAsync("Tab");
        await marketer.FillAsync("#ask-note", "First questionnaire");
        await marketer.GetByRole(AriaRole.Button, new() { Name = "Publish now" }).ClickAsync();
        await marketer.Locator(".facts", new() { HasTextString = "150" }).WaitForAsync();

        var registered = await portal.Host.Services.GetRequiredService<RegisterMember>().ExecuteAsync(
            Actor.System("test"), new MemberRegistration { Profile = new MemberProfile { ExternalId = "asked" } }, default);
        var page = await portal.OpenAsync("operator");
        await page.GotoAsync($"/members/{registered.Value.MemberId}?tab=questionnaire");
        await page.FillAsync("#answer-phone", "8 916 204-45-67");
        await page.FillAsync("#answer-firstName", "Анна");
        await page.FillAsync("#answer-birthDate", "08.03.1985");
        await page.Locator(".ask-consent-line input[type=checkbox]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save answers" }).ClickAsync();
        await page.Locator(".ask-member", new() { HasTextString = "Quality 70 of 100" }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();
        await page.FillAsync(".rz-dialog textarea", "Called back");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Confirm" }).ClickAsync();

        await page.Locator(".ask-member .note-good").WaitForAsync();
        await page.Locator(".member-tiles", new() { HasTextString = "150" }).WaitForAsync();
    }
}
