using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A file of a till with names of its own, from choosing it to taking it back, as a person goes through it.</summary>
public sealed partial class ImportJourneyTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private const string Till =
        "Basket;Day;Who;Paid;Text\nB-1;31/12/2025;anna;1000,50;x\nB-2;05/01/2026;boris;200;y\nB-3;06/01/2026;boris;ten;z\n";

    [BrowserFact]
    public async Task A_file_is_mapped_looked_at_tried_brought_in_its_errors_downloaded_and_all_undone()
    {
        var page = await portal.OpenAsync("admin");
        await page.GotoAsync("/imports");
        await page.SetInputFilesAsync("#import-file:enabled", new FilePayload { Name = "till.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Till) });
        await page.WaitForURLAsync(Columns());

        // Basket and the day are suggested; that "Paid" is the amount a person must say.
        await page.Locator(".note-careful", new() { HasTextString = "Amount of the line" }).WaitForAsync();
        Assert.Equal("ReceiptId", await page.GetByLabel("What the column Basket is").InputValueAsync());
        Assert.Equal("OccurredAt", await page.GetByLabel("What the column Day is").InputValueAsync());
        await page.GetByLabel("What the column Paid is").SelectOptionAsync("Amount");
        await page.GetByLabel("What the column Who is").SelectOptionAsync("Member");
        await page.Locator(".imports-columns .bad", new() { HasTextString = "ten" }).First.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check without writing" }).ClickAsync();
        await page.WaitForURLAsync(Import());

        await page.Locator(".imports-counts", new() { HasTextString = "Receipts to add" }).WaitForAsync();
        await page.Locator(".imports-reasons", new() { HasTextString = "Not a number" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Import for real" }).DblClickAsync();
        await page.Locator(".imports-counts", new() { HasTextString = "Receipts added" }).WaitForAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[href$='/refused']").ClickAsync());
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        Assert.StartsWith("Basket;Day;Who;Paid;Text;Reason\r\nB-3;06/01/2026;boris;ten;z;", await reader.ReadToEndAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = "See what would be undone" }).ClickAsync();
        await page.Locator(".imports-undo", new() { HasTextString = "Receipts that go: 2" }).WaitForAsync();
        await page.Locator(".imports-undo").GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await page.Locator(".rz-dialog textarea").FillAsync("The wrong till");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();
        await page.Locator(".note", new() { HasTextString = "This import is undone" }).WaitForAsync();
        await page.ClickAsync("main a[href$='/undone']");
        await page.Locator(".data-table", new() { HasTextString = "B-2" }).WaitForAsync();

        // The next file of this till needs no choosing.
        await page.GotoAsync("/imports");
        await page.SetInputFilesAsync("#import-file:enabled", new FilePayload { Name = "again.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Till) });
        await page.Locator(".note-good", new() { HasTextString = "as the last time" }).WaitForAsync();
        Assert.Equal("Amount", await page.GetByLabel("What the column Paid is").InputValueAsync());
    }

    [GeneratedRegex("/imports/\\d+/columns$")]
    private static partial Regex Columns();

    [GeneratedRegex("/imports/\\d+$")]
    private static partial Regex Import();
}
