using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>The first day of a shop with the portal, from sign-in to a workbook, as a person goes through it.</summary>
public sealed partial class FirstDayTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private const string Purchases =
        """
        receiptId,occurredAt,member,store,sku,name,category,quantity,amount
        R-1,2026-10-01T10:00:00,anna,Centre,A1,Coffee,Drinks,1,1000.00
        R-2,2026-10-02T11:30:00,anna,Centre,B2,Cake,Bakery,2,500.00
        R-3,2026-10-02T12:00:00,boris,Centre,A1,Coffee,Drinks,1,200.00
        R-4,2026-10-05T12:00:00,boris,Centre,A1,Coffee,Drinks,one,200.00
        """;

    [BrowserFact]
    public async Task Conditions_are_published_purchases_imported_points_and_figures_seen_exported_and_read_in_russian()
    {
        var page = await portal.OpenAsync("admin");

        await PublishAsync(page);
        await ImportAsync(page);
        await SeeMemberAsync(page);
        await SeeFiguresAsync(page);
    }

    private static async Task PublishAsync(IPage page)
    {
        await page.GotoAsync("/program/conditions/edit");
        await page.FillAsync("#f-Accrual-Percent", "10");
        await page.Keyboard.PressAsync("Tab");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish…" }).ClickAsync();
        await page.FillAsync("#publish-note", "Autumn: 10% instead of 5%");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(AfterPublication());
        await page.Locator(".brief", new() { HasTextString = "10%" }).First.WaitForAsync();
    }

    private static async Task ImportAsync(IPage page)
    {
        await page.GotoAsync("/imports");
        await page.SetInputFilesAsync("#import-file:enabled", new FilePayload { Name = "october.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Purchases) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Import at once" }).ClickAsync();
        await page.WaitForURLAsync(OneImport());

        // Three rows are taken; the one whose quantity is a word is told, and stops nothing.
        await page.Locator("main .note a[href='/members']").WaitForAsync();
        await page.Locator(".imports-errors", new() { HasTextString = "one" }).WaitForAsync();
    }

    private static async Task SeeMemberAsync(IPage page)
    {
        await page.GotoAsync("/members?search=anna");
        await page.Locator(".list-wide a", new() { HasTextString = "anna" }).First.ClickAsync();

        // The conditions in force in October gave 5%: 50 and 25 points.
        await page.Locator(".member-tiles", new() { HasTextString = "75" }).WaitForAsync();
        await page.Locator("main", new() { HasTextString = "R-2" }).WaitForAsync();
    }

    private static async Task SeeFiguresAsync(IPage page)
    {
        await page.GotoAsync("/?period=all");
        await page.Locator(".kpi-tile", new() { HasTextString = "1,700.00" }).First.WaitForAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href*='/exports/kpi.xlsx']").First.ClickAsync());
        await using var workbook = await download.CreateReadStreamAsync();
        using var sheets = new ClosedXML.Excel.XLWorkbook(await InMemoryAsync(workbook));
        Assert.True(sheets.Worksheets.Count > 1);

        await page.Locator(".languages a", new() { HasTextString = "RU" }).ClickAsync();
        await page.Locator("main h1", new() { HasTextString = "Обзор" }).WaitForAsync();
    }

    private static async Task<MemoryStream> InMemoryAsync(Stream stream)
    {
        var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        memory.Position = 0;
        return memory;
    }

    [GeneratedRegex("/program/conditions(\\?.*)?$")]
    private static partial Regex AfterPublication();

    [GeneratedRegex("/imports/\\d+")]
    private static partial Regex OneImport();
}
