using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class CampaignSetTests
{
    private static CampaignNeeds NeedsOf(Condition condition, Func<CampaignTerms, CampaignTerms>? with = null) =>
        new CampaignSet([Campaign("c", new DiscountPercentReward(), condition, with: with)], StackingPolicy.Usual).Needs;

    [Fact]
    public void A_set_asks_only_for_what_its_campaigns_ask()
    {
        Assert.Equal(CampaignNeeds.None, NeedsOf(new ReceiptSumCondition()));
        Assert.Equal(CampaignNeeds.Purchases | CampaignNeeds.BirthDate, NeedsOf(new AnyOf(new NthPurchaseCondition(), new Not(new BirthdayCondition()))));
        Assert.Equal(CampaignNeeds.Counters, NeedsOf(new CollectedCondition()));
        Assert.Equal(CampaignNeeds.Codes, NeedsOf(new AllOf(), t => t with { RequiresCode = "S" }));
        Assert.Equal(CampaignNeeds.MemberUses | CampaignNeeds.Budgets, NeedsOf(new AllOf(), t => t with { Limits = new CampaignLimits { PerMember = 1, Total = 5 } }));
        Assert.Equal(
            CampaignNeeds.Lists | CampaignNeeds.ProgramControl,
            NeedsOf(new AllOf(), t => t with { Audience = new CampaignAudience { Kind = AudienceKind.Lists, Keys = ["vip"] } }));
    }

    [Fact]
    public void A_purchase_asks_only_for_the_campaigns_that_may_concern_it()
    {
        var set = new CampaignSet(
            [
                Campaign("food", new DiscountPercentReward(), new CategoriesCondition { Categories = ["food"] }),
                Campaign("toys", new DiscountPercentReward(), new AllOf(new CategoriesCondition { Categories = ["toys"] }, new BirthdayCondition())),
                Campaign("sku", new DiscountPercentReward(), new SkusCondition { Skus = ["SKU-1 "] }),
                Campaign("south", new DiscountPercentReward(), new StoresCondition { Stores = ["south"] }),
                Campaign("monday", new DiscountPercentReward(), new WeekdaysCondition { Days = [DayOfWeek.Monday] }),
                Campaign("code", new DiscountPercentReward(), with: t => t with { RequiresCode = "S" }),
                Campaign("over", new DiscountPercentReward(), with: t => t with { Period = new CampaignPeriod { Until = new DateTime(2026, 3, 10) } }),
                Campaign("either", new DiscountPercentReward(), new AnyOf(new CategoriesCondition { Categories = ["toys"] }, new FirstPurchaseCondition())),
            ],
            StackingPolicy.Usual);

        var asked = set.Ask(Receipt(Line(1, 100)) with { Store = "north" }, Moscow);

        Assert.Equal(["either", "food", "sku"], asked.Campaigns);
        Assert.Equal(CampaignNeeds.Purchases, asked.Needs);
        Assert.Contains("code", set.Ask(Receipt(Line(1, 100)) with { Codes = ["X"] }, Moscow).Campaigns);
        Assert.Empty(set.Ask(Receipt(Line(1, 100)) with { PartnerId = 1 }, Moscow).Campaigns);
    }

    [Fact]
    public void More_than_64_lines_and_more_than_64_campaigns_are_no_matter()
    {
        var campaigns = Enumerable.Range(0, 150).Select(i => Campaign($"c{i:D3}", new DiscountSumReward { Amount = 1 }, new SkusCondition { Skus = [$"sku-{i + 1}"] }));
        ReceiptDraftLine[] lines = [.. Enumerable.Range(1, 150).Select(i => Line(i, 10))];

        var decision = new Shop([.. campaigns]).Sell(lines);

        Assert.All(decision.DiscountByLine(), off => Assert.Equal(1m, off));
    }

    [Fact]
    public void Money_and_quantities_of_settings_are_rounded_to_their_smallest_part() =>
        Assert.Equal((1_235L, 1_235L), (Purchase.Minor(12.345m), Purchase.Thousandths(1.2346m)));

    [Fact]
    public void An_empty_set_changes_nothing() =>
        Assert.Equal(Receipt(Line(1, 1_000)).Decide().Lines, new Shop().Sell(Line(1, 1_000)).Lines);
}
