using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>Every page of the menu and those behind, in both languages and themes, on a desktop, a tablet and a phone.</summary>
public sealed class PagesTests(FilledPortal portal) : IClassFixture<FilledPortal>
{
    private static readonly string? Screenshots = Environment.GetEnvironmentVariable("LOYALTYADMIN_SCREENSHOTS");

    /// <summary>Two rounds see both languages and both themes; with pictures all four are gone through.</summary>
    public static TheoryData<string, string> Rounds => Screenshots is null
        ? new() { { "en", "light" }, { "ru", "dark" } }
        : new() { { "en", "light" }, { "en", "dark" }, { "ru", "light" }, { "ru", "dark" } };

    [BrowserTheory]
    [MemberData(nameof(Rounds))]
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
                if (width == 1440 || language == "ru" && width == 390)
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

    [BrowserFact]
    public async Task Columns_are_chosen_by_keyboard_alone_and_a_click_on_a_row_opens_what_it_names()
    {
        var page = await portal.OpenAsync("admin");
        await page.GotoAsync("/receipts?with=member");
        var opener = page.GetByRole(AriaRole.Button, new() { Name = "Columns" });

        // A page that has opened takes the focus to its title.
        await page.Locator("h1:focus").WaitForAsync();
        await opener.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".table-columns-panel").WaitForAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".data-table th", new() { HasTextString = "Time" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Keyboard.PressAsync("Escape");
        await page.Locator(".table-columns-panel").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        Assert.Equal("Columns", (await page.Locator(":focus").InnerTextAsync()).Split('\n')[^1].Trim());

        var row = page.Locator(".data-table tbody tr").First;
        var opened = await row.Locator("[data-names] a").GetAttributeAsync("href");
        await row.Locator("td").Last.ClickAsync();

        await page.WaitForURLAsync($"**{opened}");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Sign_in_fits_and_serves_everybody_too()
    {
        foreach (var (language, theme) in new[] { ("en", "light"), ("ru", "dark") })
        {
            var page = await portal.OpenSignInAsync(language, theme, 390);

            Assert.Empty(await Layout.FindAsync(page));
            Assert.Empty(await Axe.FindAsync(page));
            await page.Context.CloseAsync();
        }
    }

    private static Task SaveAsync(IPage page, string name) => Screenshots is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Screenshots, $"{name}.png"), FullPage = true });
}
