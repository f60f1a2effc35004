using LoyaltyAdmin.Shell.Layout;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>Every page of the menu, in both languages and themes, on a desktop, a tablet and a phone.</summary>
public sealed class PagesTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("LOYALTYADMIN_SCREENSHOTS");

    [BrowserFact]
    public async Task Every_page_opens_with_its_title_and_nothing_sticks_out_at_any_width()
    {
        var wrong = new List<string>();
        foreach (var language in new[] { "en", "ru" })
        {
            foreach (var theme in new[] { "light", "dark" })
            {
                var page = await portal.OpenAsync("admin", language, theme);
                page.PageError += (_, error) => wrong.Add(error);
                foreach (var item in NavItems.All)
                {
                    await page.GotoAsync(item.Href);
                    await page.WaitForSelectorAsync("main h1");
                    await page.WaitForFunctionAsync("document.querySelector('main .skeleton, main .late') === null");
                    foreach (var width in new[] { 1440, 1024, 390 })
                    {
                        await page.SetViewportSizeAsync(width, 900);
                        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                        if (over > 0)
                        {
                            wrong.Add($"{item.Href} {language} {theme} {width}: {over} pixels too wide");
                        }

                        await SaveAsync(page, $"{item.Key}-{language}-{theme}-{width}");
                    }

                    if (await page.Locator("main h1").InnerTextAsync() is "" || await page.TitleAsync() is "")
                    {
                        wrong.Add($"{item.Href} {language}: no title");
                    }
                }

                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(wrong);
    }

    private static Task SaveAsync(IPage page, string name) => Screenshots is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
}
