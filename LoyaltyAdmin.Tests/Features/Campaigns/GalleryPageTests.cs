using Bunit;
using LoyaltyAdmin.Domain.Campaigns.Gallery;
using LoyaltyAdmin.Features.Campaigns.Gallery;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

public sealed class GalleryPageTests : CampaignPagesTest
{
    [Fact]
    public void Each_ready_campaign_says_what_the_customer_gets_and_opens_in_the_editor()
    {
        var page = Open();

        Assert.Equal(CampaignGallery.All.Count, page.FindAll(".gallery-card").Count);
        var card = page.Find("[data-template=two-plus-one]");
        Assert.Contains("Buy 2, get 1 free", card.TextContent, StringComparison.Ordinal);
        Assert.Contains("You choose: goods.", card.TextContent, StringComparison.Ordinal);
        Assert.Equal("/campaigns/new?template=two-plus-one", card.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_goal_is_chosen_by_the_address()
    {
        Get<NavigationManager>().NavigateTo("/campaigns/gallery?goal=birthday");

        var page = Open();

        Assert.Equal(CampaignGallery.All.Count(t => t.Goal == CampaignGoal.Birthday), page.FindAll(".gallery-card").Count);
        Assert.Equal("Birthday", page.Find(".gallery-goals [aria-current]").TextContent);
    }

    [Fact]
    public void It_speaks_Russian()
    {
        using var _ = new UseCulture("ru-RU");

        var page = Open();

        Assert.Contains("купите 2 — 1 бесплатно", page.Find("[data-template=two-plus-one]").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Who_may_not_edit_takes_none()
    {
        SignIn(Roles.Manager);

        var page = Open();

        Assert.Empty(page.FindAll(".gallery-card a"));
    }

    private IRenderedComponent<GalleryPage> Open()
    {
        var page = Render<GalleryPage>();
        page.WaitForElement(".gallery-card");
        return page;
    }
}
