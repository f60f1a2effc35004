using Bunit;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Settings;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class PromotionSettingsPageTests : CampaignPagesTest
{
    private static readonly Actor Approver = new("boss", Roles.PermissionsOf(Roles.Administrator));

    [Fact]
    public async Task Who_may_approve_changes_how_campaigns_stack_and_when_a_second_person_is_asked()
    {
        var page = Open();
        page.Find("[data-add=group]").Click();
        page.Find("#group-1-name").Change("Discounts");
        page.Find("#group-1-mode").Change("FirstByPriority");
        page.Find("[data-add=group]").Click();
        page.Find("#group-2-name").Change("Coupons");
        page.Find("#group-2-inside").Change("group-1");
        page.Find("#percents").Change("Summed");
        page.Find("#receiptDepth").Input("40");
        page.Find("#moneyAbove").Input("5000");
        page.Find("#audienceAbove").Input("1000");
        page.Find("#control-percent").Input("8");
        page.Find("button[aria-label=Save]").Click();

        page.WaitForAssertion(() => Assert.Contains("Nothing is changed", page.Markup, StringComparison.Ordinal));
        var settings = await Get<PromotionSettingsStore>().GetAsync(Approver, default);
        var group = Assert.Single(settings.Policy.Groups);
        Assert.Equal(("Discounts", GroupMode.FirstByPriority, "Coupons"), (group.Name, group.Mode, Assert.Single(group.Groups).Name));
        Assert.Equal((PercentStacking.Summed, 40m, Money.Of(5000m), 1000, 8m), (settings.Policy.Percents, settings.Policy.ReceiptDepthPercent, settings.Approval.MoneyBudget, settings.Approval.Audience, settings.ControlPercent));
        page.WaitForAssertion(() => Assert.Contains("Discounts (The first by priority)", page.Find(".trail").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("\"key\"", page.Find(".trail").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_not_approve_only_reads()
    {
        SignIn(Roles.Marketer);

        var page = Open();

        Assert.True(page.Find("fieldset.settings-whole").HasAttribute("disabled"));
        Assert.Empty(page.FindAll("button[aria-label=Save]"));
    }

    [Fact]
    public async Task Of_two_who_change_it_at_once_the_second_is_told()
    {
        var page = Open();
        await Get<PromotionSettingsStore>().SaveAsync(Approver, StackingPolicy.Usual, new ApprovalLimits(), 3m, 0, default);
        page.Find("#lineDepth").Input("30");
        page.Find("button[aria-label=Save]").Click();

        page.WaitForElement(".note-bad");
        Assert.Equal(3m, (await Get<PromotionSettingsStore>().GetAsync(Approver, default)).ControlPercent);
    }

    [Fact]
    public void A_group_without_a_name_and_a_percent_above_its_most_are_not_saved()
    {
        var page = Open();
        page.Find("#control-percent").Input("80");
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("small.bad")));
        page.Find("[data-add=group]").Click();
        page.Find("button[aria-label=Save]").Click();

        page.WaitForAssertion(() => Assert.Contains("needs a name", page.Find(".note-bad").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_says_what_is_paid_as_the_rules_are_written()
    {
        var page = Open();
        page.WaitForAssertion(() => Assert.Contains("59.85", page.Find(".stacking-example").TextContent, StringComparison.Ordinal));
        page.Find("[data-add=group]").Click();
        page.Find("#group-1-name").Change("Discounts");
        page.WaitForAssertion(() => Assert.Contains("70.00", page.Find(".stacking-example").TextContent, StringComparison.Ordinal));

        page.Find("#group-1-mode").Change("FirstByPriority");
        page.WaitForAssertion(() => Assert.Contains("95.00", page.Find(".stacking-example").TextContent, StringComparison.Ordinal));
        page.Find("#receiptDepth").Input("4");
        page.WaitForAssertion(() => Assert.Contains("96.00", page.Find(".stacking-example").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void A_group_that_is_taken_away_leaves_those_within_it()
    {
        var outer = new GroupDraft(new StackingGroup { Key = "outer", Name = "Outer" }, null);
        var inner = new GroupDraft(new StackingGroup { Key = "inner", Name = "Inner" }, "outer");

        Assert.True(GroupDraft.IsWithin([outer, inner], "inner", "outer"));
        Assert.False(GroupDraft.IsWithin([outer, inner], "outer", "inner"));
        Assert.Equal("inner", Assert.Single(Assert.Single(GroupDraft.Build([outer, inner])).Groups).Key);
        Assert.Equal(["outer", "inner"], GroupDraft.Of(GroupDraft.Build([outer, inner])).Select(g => g.Group.Key));
    }

    private IRenderedComponent<PromotionSettingsPage> Open()
    {
        var page = Render<PromotionSettingsPage>();
        page.WaitForElement("#lineDepth");
        return page;
    }
}
