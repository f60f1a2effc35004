using Bunit;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Editor;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class CampaignEditorTests : CampaignPagesTest
{
    [Fact]
    public async Task A_marketer_composes_nested_conditions_and_two_rewards_and_reads_them_in_words()
    {
        var page = Open();
        page.Find("#name").Change("Autumn");
        Add(page, "condition", "receipt-sum");
        page.Find("#f-condition-0-AtLeast").Input("2500");
        page.Find(".condition-root > .condition-add [data-add=group]").Click();
        page.Find("[data-place='condition.1'] [data-add=condition]").Click();
        page.Find("[data-place='condition.1'] [data-mechanic=weekdays]").Click();
        page.Find("[data-place='condition.1.0'] [data-day=Tuesday]").Change(true);
        page.Find("[data-place='condition.1'] [data-add=condition]").Click();
        page.Find("[data-place='condition.1'] button[data-mechanic=first-purchase]").Click();
        page.Find("[data-place='condition.1.1'] [data-tool=not]").Click();
        page.Find("button[data-mechanic=discount-percent]").Click();
        page.Find("#f-rewards-0-Percent").Input("12.5");
        page.Find("[data-add=reward]").Click();
        page.Find("button[data-mechanic=fixed-points]").Click();
        page.Find("#f-rewards-1-Per").Change("Sum");
        page.Find("#f-rewards-1-Each").Input("700");
        page.Find("#f-moneyBudget").Input("5000");
        page.Find("#f-pointsBudget").Input("5000");

        page.WaitForAssertion(() => Assert.Contains("On Tuesday or except when: first purchase of the member", page.Find(".editor-side").TextContent, StringComparison.Ordinal));
        Assert.Contains("Receipt of 2,500", page.Find(".editor-side").TextContent, StringComparison.Ordinal);
        Assert.Contains("100\u00a0points for every 700", page.Find(".editor-side").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".campaign-findings"));
        Button(page, "Save as a draft").Click();

        page.WaitForAssertion(() => Assert.Equal("/campaigns/1", Address));
        await using var db = Database.CreateDbContext();
        var terms = (await db.Campaigns.Include(c => c.Versions).SingleAsync()).Versions.Single().Terms;
        var all = Assert.IsType<AllOf>(terms.Condition);
        Assert.Equal(2500m, Assert.IsType<ReceiptSumCondition>(all.Conditions[0]).AtLeast);
        var any = Assert.IsType<AnyOf>(all.Conditions[1]);
        Assert.Equal([DayOfWeek.Tuesday], Assert.IsType<WeekdaysCondition>(any.Conditions[0]).Days);
        Assert.IsType<FirstPurchaseCondition>(Assert.IsType<Not>(any.Conditions[1]).Condition);
        Assert.Equal(12.5m, Assert.IsType<DiscountPercentReward>(terms.Rewards[0]).Percent);
        Assert.Equal((RewardPer.Sum, 700m), (((FixedPointsReward)terms.Rewards[1]).Per, ((FixedPointsReward)terms.Rewards[1]).Each));
        Assert.Equal(Money.Of(5000m), terms.Limits.MoneyBudget);
    }

    [Fact]
    public void What_is_wrong_is_told_beside_its_field_and_in_the_list_with_the_way_to_it()
    {
        var page = Open();
        Add(page, "condition", "categories");
        page.Find("button[data-mechanic=discount-percent]").Click();
        page.Find("#f-rewards-0-Percent").Input("200");

        page.WaitForAssertion(() => Assert.Contains("Give 0.01 to 100", page.Find("[data-place='rewards.0']").TextContent, StringComparison.Ordinal));
        Assert.Contains("Fill this in", page.Find("[data-place='condition.0']").TextContent, StringComparison.Ordinal);
        Assert.Contains("#part-rewards", page.Find(".campaign-findings").InnerHtml, StringComparison.Ordinal);
        Assert.True(Button(page, "Save and submit").HasAttribute("disabled"));
        page.Find("#f-condition-0-Categories").Input("tea");
        page.Find("#f-condition-0-Categories").KeyDown("Enter");
        page.WaitForAssertion(() => Assert.DoesNotContain("Fill this in", page.Find("[data-place='condition.0']").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Conditions_are_moved_and_removed()
    {
        var page = Open();
        Add(page, "condition", "receipt-sum");
        Add(page, "condition", "first-purchase");
        page.Find("[data-place='condition.1'] [data-tool=up]").Click();

        page.WaitForAssertion(() => Assert.Equal("first-purchase", page.Find("[data-place='condition.0']").GetAttribute("data-mechanic")));
        page.Find("[data-place='condition.0'] [data-tool=remove]").Click();
        page.WaitForAssertion(() => Assert.Equal("receipt-sum", page.Find("[data-place='condition.0']").GetAttribute("data-mechanic")));
        Assert.Empty(page.FindAll("[data-place='condition.1']"));
    }

    [Fact]
    public void A_number_that_is_none_stays_in_its_field_and_nothing_is_saved()
    {
        var page = Open();
        page.Find("#name").Change("Autumn");
        page.Find("#f-moneyBudget").Input("many");

        page.WaitForAssertion(() => Assert.Contains("Give a number", page.Markup, StringComparison.Ordinal));
        Assert.True(Button(page, "Save as a draft").HasAttribute("disabled"));
    }

    [Fact]
    public void A_template_fills_the_form()
    {
        Get<NavigationManager>().NavigateTo("/campaigns/new?template=quiet-tuesday");
        var page = Open();

        Assert.Equal("quiet-tuesday", page.Find("#key").GetAttribute("value"));
        Assert.Equal("Double points on Tuesdays", page.Find("#name").GetAttribute("value"));
        Assert.Contains("Points × 2 on the whole receipt", page.Find(".editor-side").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing is missing", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_audience_is_counted_as_it_is_chosen()
    {
        await Get<LoyaltyAdmin.Features.Members.RegisterMember>().ExecuteAsync(
            LoyaltyAdmin.Security.Actor.System("test"), new LoyaltyAdmin.Features.Members.MemberRegistration { Profile = new LoyaltyAdmin.Domain.Members.MemberProfile { LastName = "Иванова", Phone = "+79161234567" } }, default);
        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("Now: 1\u00a0member", page.Find(".audience-size").TextContent, StringComparison.Ordinal));
        page.Find("[data-kind=Lists]").Change(true);
        page.WaitForAssertion(() => Assert.Contains("Now: 0\u00a0members", page.Find(".audience-size").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-kind=Segments]"));
    }

    [Fact]
    public async Task An_edit_of_a_running_campaign_is_its_next_version()
    {
        var id = await LaunchedAsync();
        var page = Open(id);
        page.Find("#f-rewards-0-Percent").Input("20");
        Button(page, "Save and submit").Click();

        page.WaitForAssertion(() => Assert.Equal($"/campaigns/{id}", Address));
        var campaign = (await Get<CampaignQueries>().FindAsync(Marketer, id, default))!.Campaign;
        Assert.Equal(CampaignVersionState.Approved, campaign.Open!.State);
        Assert.Equal((10m, 20m), (Percent(campaign.Live!), Percent(campaign.Open)));

        static decimal Percent(CampaignVersion version) => ((DiscountPercentReward)version.Terms.Rewards[0]).Percent;
    }

    [Fact]
    public async Task Of_two_tabs_the_second_is_told_and_loses_nothing()
    {
        var id = await DraftAsync();
        var page = Open(id);
        Assert.Null((await Get<WriteCampaign>().RewriteAsync(Marketer, id, 0, new WriteCampaign.Draft { Name = "Other", Terms = Terms }, default)).Rejection);
        page.Find("#name").Change("Mine");
        Button(page, "Save as a draft").Click();

        page.WaitForElement(".note-bad[role=alert]");
        Assert.Equal("Mine", page.Find("#name").GetAttribute("value"));
        Assert.Equal("Other", (await Get<CampaignQueries>().FindAsync(Marketer, id, default))!.Campaign.Name);
    }

    [Fact]
    public async Task A_key_that_is_taken_is_told_beside_it()
    {
        await DraftAsync();
        var page = Open();
        page.Find("#name").Change("Autumn again");
        page.Find("#key").Change("autumn");
        Button(page, "Save as a draft").Click();

        page.WaitForAssertion(() => Assert.Contains("is taken", page.Find("#key-help").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_not_there_is_said()
    {
        var page = Render<CampaignFormPage>(p => p.Add(f => f.Id, 77));

        page.WaitForElement(".empty");
    }

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<CampaignFormPage> page, string name) => page.Find($"button[aria-label='{name}']");

    private static void Add(IRenderedComponent<CampaignFormPage> page, string what, string mechanic)
    {
        page.Find($".condition-root > .condition-add [data-add={what}]").Click();
        page.Find($"button[data-mechanic={mechanic}]").Click();
    }

    private IRenderedComponent<CampaignFormPage> Open(int? id = null)
    {
        var page = Render<CampaignFormPage>(p => p.Add(f => f.Id, id));
        page.WaitForElement("#name");
        return page;
    }
}
