using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class R3RedemptionTests
{
    private static readonly ReceiptDraft Thousand =
        Receipt(Line(1, 700), Line(2, 200, "tobacco"), Line(3, 110, discount: 10));

    [Theory]
    [InlineData(RedemptionCapBase.EligibleLines, 210)]
    [InlineData(RedemptionCapBase.WholeReceipt, 300)]
    public void R3_the_share_is_of_the_eligible_lines_or_of_the_whole_receipt(RedemptionCapBase capBase, long expected)
    {
        var conditions = Redemption(r => r with
        {
            CapBase = capBase,
            Excluded = Categories("tobacco"),
            OnDiscountedLines = false,
        });

        var decision = Thousand.Asking(1000).Decide(conditions);

        Assert.Equal(expected, decision.RedeemedPoints.Value);
        Assert.Equal([expected, 0m, 0m], decision.RedeemedByLine());
        Assert.Equal(1000 - expected, decision.Net.Amount);
    }

    [Fact]
    public void R3_a_share_of_the_whole_receipt_still_stays_within_the_eligible_lines()
    {
        var conditions = Redemption(r => r with
        {
            CapBase = RedemptionCapBase.WholeReceipt,
            MaximumSharePercent = 90,
            Excluded = Categories("tobacco"),
            OnDiscountedLines = false,
            MinimumUnitPrice = Money.Zero,
        });

        Assert.Equal(700, Thousand.Asking(1000).Decide(conditions).RedeemedPoints.Value);
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(0, 0)]
    public void R3_no_more_is_paid_than_is_available(long available, long expected)
    {
        var decision = Thousand.Asking(100).Decide(member: Member(available));

        Assert.Equal((expected, expected), (decision.RedeemedPoints.Value, decision.MaximumRedeemable.Value));
    }

    [Fact]
    public void R3_a_part_stays_to_be_paid_in_money()
    {
        var conditions = Redemption(r => r with { MaximumSharePercent = 100, MinimumMoneyPart = Money.Of(150) });

        Assert.Equal(850, Receipt(Line(1, 1000)).Asking(1000).Decide(conditions).RedeemedPoints.Value);
    }

    [Fact]
    public void R3_one_receipt_spends_no_more_than_its_cap()
    {
        var conditions = Redemption(r => r with { MaximumPointsPerReceipt = 120 });

        Assert.Equal(120, Receipt(Line(1, 1000)).Asking(1000).Decide(conditions).RedeemedPoints.Value);
    }

    [Theory]
    [InlineData(1, "99.99")]
    [InlineData(3, "99.97")]
    [InlineData(0.5, "99.99")]
    public void R3_each_unit_keeps_its_lowest_price_rounded_up(decimal quantity, string expected)
    {
        var conditions = Redemption(r => r with { MaximumSharePercent = 100 });

        var decision = Receipt(Line(1, 100, quantity: quantity)).Asking(10_000).Decide(conditions, pointDecimals: 2);

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), decision.Redeemed.Amount);
    }

    [Theory]
    [InlineData(209, 200)]
    [InlineData(1000, 200)]
    [InlineData(49, 0)]
    public void R3_points_are_spent_in_steps(long asked, long expected)
    {
        var conditions = Redemption(r => r with { Step = 50 });

        Assert.Equal(expected, Receipt(Line(1, 800)).Asking(asked).Decide(conditions).RedeemedPoints.Value);
    }

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 100)]
    [InlineData(1000, 300)]
    public void R3_fewer_than_the_minimum_are_not_spent_at_all(long asked, long expected)
    {
        var conditions = Redemption(r => r with { MinimumPoints = 100 });

        Assert.Equal(expected, Receipt(Line(1, 1000)).Asking(asked).Decide(conditions).RedeemedPoints.Value);
    }

    [Fact]
    public void R3_points_are_spread_over_the_eligible_lines_by_largest_remainder_of_hundredths()
    {
        var decision = Receipt(Line(1, 100), Line(2, 100), Line(3, 100)).Asking(50).Decide();

        Assert.Equal([16.67m, 16.67m, 16.66m], decision.RedeemedByLine());
        Assert.Equal([17, 17, 16], decision.Lines.Select(line => line.RedeemedPoints.Value));
    }

    [Fact]
    public void R3_what_a_line_cannot_take_goes_to_the_others()
    {
        var conditions = Redemption(r => r with { MaximumSharePercent = 80, MinimumUnitPrice = Money.Of(1) });

        var decision = Receipt(Line(1, 100, quantity: 60), Line(2, 100), Line(3, 100)).Asking(240).Decide(conditions);

        Assert.Equal([40m, 99m, 99m], decision.RedeemedByLine());
        Assert.Equal(238, decision.RedeemedPoints.Value);
    }

    [Fact]
    public void R3_a_point_can_pay_less_or_more_than_a_unit_of_currency()
    {
        var cheap = Receipt(Line(1, 1000)).Asking(500).Decide(Redemption(r => r with { PointValue = 0.1m }));
        var dear = Receipt(Line(1, 1000)).Asking(500).Decide(Redemption(r => r with { PointValue = 7m }));

        Assert.Equal((500, 50m), (cheap.RedeemedPoints.Value, cheap.Redeemed.Amount));
        Assert.Equal((42, 294m), (dear.RedeemedPoints.Value, dear.Redeemed.Amount));
    }

    [Theory]
    [InlineData(15, 10, "0.01")]
    [InlineData(9, 0, "0")]
    [InlineData(1000, 1000, "1.00")]
    public void R3_points_that_are_worth_less_than_a_hundredth_stay_on_the_account(long asked, long expected, string paid)
    {
        var decision = Receipt(Line(1, 100)).Asking(asked).Decide(Redemption(r => r with { PointValue = 0.001m }));

        Assert.Equal(expected, decision.RedeemedPoints.Value);
        Assert.Equal(decimal.Parse(paid, System.Globalization.CultureInfo.InvariantCulture), decision.Redeemed.Amount);
    }

    [Fact]
    public void R3_a_point_of_odd_value_pays_rounded_down_and_never_beyond_the_limit()
    {
        var decision = Receipt(Line(1, 10)).Asking(100).Decide(Redemption(r => r with { PointValue = 0.333m }));

        Assert.Equal((9, 2.99m), (decision.RedeemedPoints.Value, decision.Redeemed.Amount));
    }

    [Fact]
    public void R3_parts_of_points_close_a_receipt_to_the_hundredth()
    {
        var conditions = Redemption(r => r with { MaximumSharePercent = 100, MinimumUnitPrice = Money.Zero });

        var decision = Receipt(Line(1, 100.43m)).Asking(20_000).Decide(conditions, pointDecimals: 2);

        Assert.Equal((10_043, 0m), (decision.RedeemedPoints.Value, decision.Net.Amount));
    }

    [Fact]
    public void R3_points_and_a_gift_card_never_pay_more_than_the_receipt()
    {
        var receipt = Receipt(Line(1, 1000)) with { PaidByGiftCard = Money.Of(900) };

        Assert.Equal(100, receipt.Asking(300).Decide().RedeemedPoints.Value);
    }

    [Fact]
    public void R17_a_gift_card_cannot_be_bought_with_points()
    {
        var decision = Receipt(Line(1, 1000, kind: LineKind.GiftCard), Line(2, 100)).Asking(500).Decide();

        Assert.Equal([0m, 30m], decision.RedeemedByLine());
    }

    [Fact]
    public void R3_an_order_discount_does_not_make_a_line_a_discounted_one()
    {
        var receipt = Receipt(Line(1, 1000)) with { OrderDiscount = Money.Of(100) };

        Assert.Equal(270, receipt.Asking(500).Decide(Redemption(r => r with { OnDiscountedLines = false })).RedeemedPoints.Value);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(5000)]
    public void The_most_that_can_be_spent_is_told_however_many_were_asked_for(long asked) =>
        Assert.Equal(300, Receipt(Line(1, 1000)).Asking(asked).Decide().MaximumRedeemable.Value);
}
