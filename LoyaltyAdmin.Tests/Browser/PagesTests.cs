using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>Every page of the menu and those behind, in both languages and themes, on a desktop, a tablet and a phone.</summary>
public sealed class PagesTests(FilledPortal portal) : IClassFixture<FilledPortal>
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("LOYALTYADMIN_SCREENSHOTS");

    [BrowserTheory]
    [InlineData("en", "light")]
    [InlineData("ru", "dark")]
    public async Task Every_page_opens_with_its_title_fits_any_width_and_serves_everybody(string language, string theme)
    {
        var wrong = new List<string>();
        var page = await portal.OpenAsync("admin", language, theme);
        page.PageError += (_, error) => wrong.Add(error);
        foreach (var seen in portal.Pages)
        {
            try
            {
                await seen.VisitAsync(page);
            }
            catch (TimeoutException e)
            {
                wrong.Add($"{seen.Name}: {e.Message}");
                continue;
            }

            foreach (var width in new[] { 1440, 1024, 390 })
            {
                await page.SetViewportSizeAsync(width, 900);
                wrong.AddRange((await Layout.FindAsync(page)).Select(finding => $"{seen.Name}, {width}: {finding}"));
                if (width != 1024)
                {
                    wrong.AddRange((await Axe.FindAsync(page)).Select(finding => $"{seen.Name}, {width}: {finding}"));
                }

                await SaveAsync(page, $"{seen.Name}-{language}-{theme}-{width}");
            }

            if (await page.Locator("h1").First.InnerTextAsync() is "" || await page.TitleAsync() is "")
            {
                wrong.Add($"{seen.Name}: no title");
            }

            await page.SetViewportSizeAsync(1440, 900);
        }

        await page.Context.CloseAsync();
        Assert.True(wrong.Count == 0, string.Join("\n", wrong.Distinct()));
    }

    private static Task SaveAsync(IPage page, string name) => Screenshots is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
}
