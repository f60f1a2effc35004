using Bunit;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class CampaignPageTests : CampaignPagesTest
{
    private static readonly CampaignTerms Deep = Terms with { Rewards = [new DiscountPercentReward { Percent = 50m }] };

    [Fact]
    public async Task What_is_above_the_limits_says_why_and_waits_for_another_person()
    {
        var id = await DraftAsync(terms: Deep);
        SignIn(Roles.Marketer);
        var page = Open(id);
        Assert.Contains("deeper than 30%", page.Find(".note").TextContent, StringComparison.Ordinal);

        Button(page, "Submit").Click();

        page.WaitForAssertion(() => Assert.Equal("Waits for approval", page.Find("h1 .badge").TextContent));
        Assert.Contains("marketer@example.com", page.Find(".note-careful").TextContent, StringComparison.Ordinal);
        Assert.Contains("deeper than 30%", page.Find(".note-careful").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("button[aria-label=Approve]"));
    }

    [Fact]
    public async Task Another_person_approves_and_it_is_launched_paused_resumed_and_ended()
    {
        var id = await ReviewAsync();
        var questions = AnswerYes("Stock is short");
        var page = Open(id);
        Button(page, "Approve").Click();
        page.WaitForAssertion(() => Assert.Equal("Approved", Status(page)));
        Assert.Contains("50% off", questions[0], StringComparison.Ordinal);

        Button(page, "Launch").Click();
        page.WaitForAssertion(() => Assert.Equal("Running", Status(page)));
        Button(page, "Pause").Click();
        page.WaitForAssertion(() => Assert.Equal("Paused", Status(page)));
        Button(page, "Resume").Click();
        page.WaitForAssertion(() => Assert.Equal("Running", Status(page)));
        Button(page, "End").Click();
        page.WaitForAssertion(() => Assert.Equal("Ended", Status(page)));

        Assert.Contains("So far: 0\u00a0uses", questions[^1], StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".page-actions button"));
        page.WaitForAssertion(() => Assert.Contains("Stock is short", page.Find(".trail").TextContent, StringComparison.Ordinal));
        Assert.Contains("Waits for approval", page.Find(".trail").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wrote_it_cannot_approve_it()
    {
        var own = new Actor("someone@example.com", Roles.PermissionsOf(Roles.Administrator));
        var id = (await Get<WriteCampaign>().CreateAsync(own, new WriteCampaign.Draft { Key = "own", Name = "Own", Terms = Deep }, default)).Value;
        await Get<MoveCampaign>().SubmitAsync(own, id, 0, default);

        var page = Open(id);

        Assert.True(Button(page, "Approve").HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_is_returned_tells_its_remark()
    {
        var id = await ReviewAsync();
        AnswerYes("Too deep for October");
        var page = Open(id);

        Button(page, "Return").Click();

        page.WaitForAssertion(() => Assert.Contains("Too deep for October", page.Find(".note-careful").TextContent, StringComparison.Ordinal));
        Assert.Equal("Draft", Status(page));
    }

    [Fact]
    public async Task Versions_tell_what_each_changed_in_words()
    {
        var id = await LaunchedAsync();
        await Get<WriteCampaign>().RewriteAsync(Marketer, id, 2, new WriteCampaign.Draft { Name = "Campaign", Terms = Terms with { Rewards = [new DiscountPercentReward { Percent = 15m }] } }, default);

        var page = Open(id);

        Assert.Contains("10% off the whole receipt", page.Find(".version-changes del").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("15% off the whole receipt", page.Find(".version-changes ins").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(2, page.FindAll(".campaign-versions > li").Count);
        page.WaitForAssertion(() => Assert.Contains("15% off the whole receipt", page.Find(".trail").TextContent, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\"kind\"", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_looks_is_offered_nothing()
    {
        var id = await LaunchedAsync();
        SignIn(Roles.Operator);

        var page = Open(id);

        Assert.Empty(page.FindAll(".page-actions button, .page-actions a"));
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        var page = Render<CampaignPage>(p => p.Add(c => c.Id, 77));

        page.WaitForElement(".empty");
    }

    private static string Status(IRenderedComponent<CampaignPage> page) => page.Find("h1 .badge").TextContent;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CampaignPage> page, string name) => page.Find($".page-actions button[aria-label='{name}']");

    private async Task<int> ReviewAsync()
    {
        var id = await DraftAsync(terms: Deep);
        Assert.NotEmpty((await Get<MoveCampaign>().SubmitAsync(Marketer, id, 0, default)).Value.Above);
        return id;
    }

    private IRenderedComponent<CampaignPage> Open(int id)
    {
        var page = Render<CampaignPage>(p => p.Add(c => c.Id, id));
        page.WaitForElement("h1 .badge");
        return page;
    }
}
