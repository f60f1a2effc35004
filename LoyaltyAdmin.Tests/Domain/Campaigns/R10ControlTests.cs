using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Ledger;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R10ControlTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(10)]
    [InlineData(50)]
    public void R10_a_control_group_is_as_large_as_asked(int percent)
    {
        var members = Enumerable.Range(1, 20_000).Count(id => ControlGroup.Contains(id, "spring", percent));

        Assert.InRange(members / 200.0, percent - 1, percent + 1);
    }

    [Fact]
    public void R10_it_is_the_same_on_every_machine() => Assert.Equal(
        [14L, 30, 34, 42, 63], Enumerable.Range(1, 200).Select(id => (long)id).Where(id => ControlGroup.Contains(id, "spring", 10)).Take(5));

    [Fact]
    public void R10_a_larger_group_holds_the_smaller_one_and_each_campaign_draws_its_own()
    {
        var members = Enumerable.Range(1, 5_000).ToList();

        Assert.All(members.Where(id => ControlGroup.Contains(id, "spring", 5)), id => Assert.True(ControlGroup.Contains(id, "spring", 20)));
        var both = members.Count(id => ControlGroup.Contains(id, "spring", 20) && ControlGroup.Contains(id, "autumn", 20));
        Assert.InRange(both, 140, 260);
        Assert.DoesNotContain(members, id => ControlGroup.Contains(id, "spring", 0));
    }

    [Fact]
    public void R10_who_is_in_it_qualifies_gets_nothing_and_is_not_told()
    {
        var campaign = Campaign("spring", new DiscountPercentReward(), with: t => t with { ControlPercent = 50 });
        var inside = Enumerable.Range(1, 100).First(id => ControlGroup.Contains(id, "spring", 50));
        var outside = Enumerable.Range(1, 100).First(id => !ControlGroup.Contains(id, "spring", 50));

        var control = new Shop(campaign) { Facts = new CampaignFacts { MemberId = inside } }.Sell(Line(1, 100));

        Assert.Equal((OfferOutcome.Control, 0m, null), (control.Outcome("spring"), control.Discount.Amount, control.Offer("spring").Use));
        Assert.DoesNotContain(control.Codes(), code => code.StartsWith("Receipts.Offer", StringComparison.Ordinal));
        Assert.True(new Shop(campaign) { Facts = new CampaignFacts { MemberId = outside } }.Sell(Line(1, 100)).Gave("spring"));
    }

    [Fact]
    public void R10_the_programs_group_is_kept_out_of_targeted_campaigns_only()
    {
        var shop = new Shop(Campaign("all", new DiscountPercentReward()), Campaign("some", new DiscountPercentReward(), with: t => t with { Block = BudgetBlock.Targeted }))
        {
            Facts = new CampaignFacts { MemberId = 1, InProgramControl = true },
        };

        var decision = shop.Sell(Line(1, 100));

        Assert.Equal((OfferOutcome.Applied, OfferOutcome.Control), (decision.Outcome("all"), decision.Outcome("some")));
    }

    [Fact]
    public void A_member_of_the_control_group_does_not_compete()
    {
        var inside = Enumerable.Range(1, 100).First(id => ControlGroup.Contains(id, "a", 50));
        var shop = new Shop(
            Campaign("a", new DiscountPercentReward { Percent = 30 }, with: t => t with { ControlPercent = 50, Stacking = new CampaignStacking { Group = "g", Priority = 1 } }),
            Campaign("b", new DiscountPercentReward { Percent = 10 }, with: t => t with { Stacking = new CampaignStacking { Group = "g", Priority = 2 } }))
        {
            Policy = new StackingPolicy { Groups = [new StackingGroup { Key = "g", Mode = GroupMode.BestForClient }] },
            Facts = new CampaignFacts { MemberId = inside },
        };

        Assert.Equal(90m, shop.Sell(Line(1, 100)).Net.Amount);
    }
}
