using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

public class R8CapsTests
{
    private static readonly StackingPolicy Plain = new() { MinimumUnitPrice = Money.Zero };

    private static DiscountPercentReward Off(decimal percent) => new() { Percent = percent };

    private static DiscountSumReward Minus(decimal amount) => new() { Amount = amount };

    [Fact]
    public void Depth_of_a_line_counts_all_discounts_and_cuts_campaigns()
    {
        var shop = new Shop(Campaign("fifty", Off(50))) { Policy = Plain with { LineDepthPercent = 40 } };

        var decision = shop.Sell(Line(1, 100, discount: 30), Line(2, 100));

        Assert.Equal([40m, 40m], decision.DiscountByLine());
        Assert.Equal(OfferReasons.CutToLineDepth, Assert.Single(decision.Offer("fifty").Cuts).Code);
    }

    [Fact]
    public void Depth_of_a_receipt_is_shared_by_all_campaigns()
    {
        var shop = new Shop(Campaign("a", Minus(150), priority: 1), Campaign("b", Minus(150), priority: 2)) { Policy = Plain with { ReceiptDepthPercent = 20 } };

        var decision = shop.Sell(Line(1, 600), Line(2, 400));

        Assert.Equal((150m, 50m), (decision.Offer("a").Discount.Amount, decision.Offer("b").Discount.Amount));
        Assert.Contains(OfferReasons.CutToReceiptDepth, decision.Codes());
    }

    [Fact]
    public void The_margin_floor_holds_for_the_receipt_by_cost_or_by_the_usual_margin()
    {
        var shop = new Shop(Campaign("half", Off(50))) { Policy = Plain with { MarginFloorPercent = 20, GrossMarginPercent = 40 } };

        // 60 and 40 of cost need 75 and 50 of price: 125 of 200.
        var decision = shop.Sell(Line(1, 100), Line(2, 100) with { Cost = Money.Of(40) });

        Assert.Equal(125m, decision.Net.Amount);
        Assert.Equal(OfferReasons.CutToFloor, Assert.Single(decision.Offer("half").Cuts).Code);
    }

    [Fact]
    public void Without_cost_and_usual_margin_there_is_no_floor() =>
        Assert.Equal(50m, new Shop(Campaign("half", Off(50))) { Policy = Plain with { MarginFloorPercent = 20 } }.Sell(Line(1, 100)).Net.Amount);

    [Fact]
    public void The_members_own_discount_is_set_aside_before_goods_are_discounted_down_to_the_floor()
    {
        var shop = new Shop(Campaign("goods", new SpecialPriceReward { Price = 10 }))
        {
            Conditions = new ProgramConditions { Discount = new DiscountConditions { Percent = 10, OnDiscountedLines = true } },
            Policy = Plain with { MarginFloorPercent = 0, GrossMarginPercent = 30 },
        };

        var decision = shop.Sell(Line(1, 1000));

        // 300 above the floor: 100 are the member's, 200 the campaign's; the member's 10% are of what is left then.
        Assert.Equal((200m, 80m, 720m), (decision.Offer("goods").Discount.Amount, decision.Discount.Amount - 200m, decision.Net.Amount));
    }

    [Fact]
    public void Goods_that_a_campaign_discounts_are_discounted_goods_to_the_members_discount_and_a_receipt_discount_does_not_make_them_so()
    {
        var conditions = new ProgramConditions { Discount = new DiscountConditions { Percent = 10, OnDiscountedLines = false } };

        var goods = new Shop(Campaign("goods", new SpecialPriceReward { Price = 90 })) { Conditions = conditions }.Sell(Line(1, 100));
        var receipt = new Shop(Campaign("receipt", Off(10))) { Conditions = conditions }.Sell(Line(1, 100));

        Assert.Equal((90m, 81m), (goods.Net.Amount, receipt.Net.Amount));
        Assert.Contains(ReasonCodes.DiscountedAlready, goods.Codes());
    }

    [Theory]
    [InlineData(true, 72)]
    [InlineData(false, 80)]
    public void A_setting_says_whether_lines_that_the_till_discounted_are_discounted_further(bool further, decimal left)
    {
        var decision = new Shop(Campaign("ten", Off(10))) { Policy = Plain with { OnDiscountedLines = further } }.Sell(Line(1, 100, discount: 20));

        Assert.Equal(left, decision.Net.Amount);
    }

    [Fact]
    public void A_line_keeps_its_lowest_price_for_each_unit()
    {
        var decision = new Shop(Campaign("all", Off(100))) { Policy = StackingPolicy.Usual }.Sell(Line(1, 100, quantity: 3));

        Assert.Equal(0.03m, decision.Net.Amount);
    }
}
