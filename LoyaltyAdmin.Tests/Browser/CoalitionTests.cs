using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using LoyaltyAdmin.Tests.Api;
using LoyaltyAdmin.Tests.Support;
using Microsoft.Playwright;

namespace LoyaltyAdmin.Tests.Browser;

/// <summary>A partner from the first day to the first settlement, as an administrator goes through it.</summary>
public sealed partial class CoalitionTests(BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    [BrowserFact]
    public async Task A_partner_is_added_its_tills_sell_and_a_statement_is_closed_and_downloaded()
    {
        var page = await portal.OpenAsync("admin");
        await page.GotoAsync("/partners");
        await page.GetByRole(AriaRole.Button, new() { Name = "New partner" }).First.ClickAsync();
        await page.FillAsync("#partner-name", "Coffee house");
        await page.FillAsync("#partner-key", "coffee");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync(Partner());

        await page.GetByRole(AriaRole.Link, new() { Name = "New terms from…" }).ClickAsync();
        await page.SelectOptionAsync("#terms-accrual", "Percent");
        await page.FillAsync("#terms-Percent", "10");
        await page.FillAsync("#terms-IssuePrice", "0.5");
        await page.Locator("[data-testid=example-issued]", new() { HasTextString = "100.00" }).WaitForAsync();
        await page.FillAsync("#terms-note", "Agreement 7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put in force" }).ClickAsync();
        await page.Locator("main", new() { HasTextString = "10% of the receipt" }).WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New key" }).ClickAsync();
        await page.FillAsync("#key-name", "Coffee tills");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Create" }).ClickAsync();
        var key = await page.Locator("#key-secret").InputValueAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await page.Locator(".partner-list", new() { HasTextString = "Coffee tills" }).WaitForAsync();
        await SellAsync(key);

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "New statement" }).ClickAsync();
        var today = await page.InputValueAsync("#statement-to");
        Assert.NotEqual("", today);
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Begin the draft" }).ClickAsync();
        await page.WaitForURLAsync(Statement());
        await page.Locator("[data-testid=payable]", new() { HasTextString = "50.00" }).WaitForAsync();
        await page.Locator(".data-table", new() { HasTextString = "cup-1" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close the statement" }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Close the statement" }).ClickAsync();
        await page.Locator("h1", new() { HasTextString = "Statement No. 1" }).WaitForAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".page-actions a[download]").ClickAsync());
        Assert.Equal("Statement No. 1 with Coffee house.xlsx", download.SuggestedFilename);
        using var copy = new MemoryStream();
        await using (var file = await download.CreateReadStreamAsync())
        {
            await file.CopyToAsync(copy);
        }

        using var workbook = new XLWorkbook(copy);
        Assert.Equal(3, workbook.Worksheets.Count);
        Assert.Equal("cup-1", workbook.Worksheet(2).Cell(2, 1).GetString());
    }

    private async Task SellAsync(string key)
    {
        using var shop = new HttpClient { BaseAddress = portal.Host.ClientOptions.BaseAddress };
        shop.DefaultRequestHeaders.Add("X-Api-Key", PortalHost.ApiKey);
        Assert.Equal(HttpStatusCode.Created, (await shop.PostAsync("/api/v1/members", ApiHost.Json("""{"externalId":"anna","firstName":"Anna"}"""))).StatusCode);
        using var till = new HttpClient { BaseAddress = portal.Host.ClientOptions.BaseAddress };
        till.DefaultRequestHeaders.Add("X-Api-Key", key);
        var at = DateTime.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var receipt = $$"""{"receiptId":"cup-1","occurredAt":"{{at}}","member":{"externalId":"anna"},"lines":[{"line":1,"sku":"CUP","quantity":1,"price":1000}]}""";
        Assert.Equal(HttpStatusCode.Created, (await till.PostAsync("/api/v1/receipts", ApiHost.Json(receipt))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await till.GetAsync("/api/v1/members?externalId=anna")).StatusCode);
    }

    [GeneratedRegex("/partners/\\d+$")]
    private static partial Regex Partner();

    [GeneratedRegex("/settlements/\\d+$")]
    private static partial Regex Statement();
}
