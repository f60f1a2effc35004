using Bunit;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class CampaignsPageTests : CampaignPagesTest
{
    [Fact]
    public void Without_campaigns_the_page_leads_to_the_gallery()
    {
        var page = Render<CampaignsPage>();

        page.WaitForElement(".empty");
        Assert.NotNull(page.Find(".empty a[href='/campaigns/gallery']"));
    }

    [Fact]
    public void Who_may_not_edit_is_offered_nothing_new()
    {
        SignIn(Roles.Operator);

        var page = Render<CampaignsPage>();

        page.WaitForElement(".empty");
        Assert.Empty(page.FindAll("a[href='/campaigns/gallery']"));
    }

    [Fact]
    public async Task Each_campaign_is_told_in_words_with_its_state_and_its_budget()
    {
        await UseAsync(await LaunchedAsync(), 850);

        var page = Render<CampaignsPage>();

        page.WaitForAssertion(() => Assert.Contains("10% off the whole receipt", page.Markup, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Running", page.Find("td .badge").TextContent);
        Assert.Contains("85%", page.Find(".budget-bar .careful").TextContent, StringComparison.Ordinal);
        Assert.Contains("All members of the program", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_budget_that_is_used_up_is_bad()
    {
        await UseAsync(await LaunchedAsync(), 1_000);

        var page = Render<CampaignsPage>();

        page.WaitForElement(".budget-bar .bad");
    }

    [Theory]
    [InlineData("status=draft", "Campaign winter", "Campaign autumn")]
    [InlineData("block=targeted", "Campaign winter", "Campaign autumn")]
    [InlineData("search=AUT", "Campaign autumn", "Campaign winter")]
    public async Task The_list_is_filtered(string query, string found, string other)
    {
        await LaunchedAsync();
        await DraftAsync("winter", Terms with { Audience = new CampaignAudience { Kind = AudienceKind.Tiers, Keys = ["gold"] } });
        Get<NavigationManager>().NavigateTo($"/campaigns?{query}");

        var page = Render<CampaignsPage>();

        page.WaitForAssertion(() => Assert.Contains(found, page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain(other, page.Markup, StringComparison.Ordinal);
        Assert.Single(page.FindAll(".chip"));
    }

    [Fact]
    public async Task The_workbook_has_what_is_filtered()
    {
        await LaunchedAsync();
        await DraftAsync("winter", Terms with { Rewards = [new MultiplierReward()] });
        using var file = new MemoryStream();

        await Get<CampaignsExport>().WriteAsync(Actor.System("test"), file, ListParameters.Of("?status=running"), default);

        var cells = string.Join("|", Platform.Excel.ExcelFixture.Read(file).Tables.Cast<System.Data.DataTable>().SelectMany(t => t.Rows.Cast<System.Data.DataRow>()).SelectMany(r => r.ItemArray));
        Assert.Contains("Campaign autumn", cells, StringComparison.Ordinal);
        Assert.DoesNotContain("winter", cells, StringComparison.Ordinal);
    }

    private async Task UseAsync(int id, decimal money)
    {
        await using var db = Database.CreateDbContext();
        var total = await db.CampaignTotals.SingleAsync(t => t.CampaignId == id);
        (total.Uses, total.Money) = (7, Money.Of(money));
        await db.SaveChangesAsync();
    }
}
