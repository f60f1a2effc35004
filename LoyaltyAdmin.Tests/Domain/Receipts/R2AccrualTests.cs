using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class R2AccrualTests
{
    [Theory]
    [InlineData(5, "2.50", "3.00", 5)]
    [InlineData(10, "2", "7", 30)]
    [InlineData(1, "100", "99.99", 0)]
    [InlineData(1, "100", "100", 1)]
    public void R2_steps_count_only_when_full(decimal points, string step, string sum, long expected)
    {
        var conditions = Accrual(a => a with
        {
            Mode = AccrualMode.Steps,
            StepPoints = points,
            StepAmount = Money.Of(Number(step)),
        });

        Assert.Equal(expected, Receipt(Line(1, Number(sum))).Decide(conditions).Accrued.Value);
    }

    [Fact]
    public void R2_five_percent_is_five_points_for_each_hundred_of_currency_whatever_a_point_pays()
    {
        var conditions = Redemption(r => r with { PointValue = 0.1m });

        Assert.Equal(50, Receipt(Line(1, 1000)).Decide(conditions).Accrued.Value);
    }

    [Theory]
    [InlineData(RoundingMode.Down, 2)]
    [InlineData(RoundingMode.Up, 3)]
    [InlineData(RoundingMode.HalfUp, 3)]
    [InlineData(RoundingMode.HalfEven, 2)]
    public void R2_a_percentage_is_rounded_by_the_mode_of_the_conditions(RoundingMode mode, long expected)
    {
        var receipt = Receipt(Line(1, 50));

        Assert.Equal(expected, receipt.Decide(Accrual(a => a with { Rounding = mode })).Accrued.Value);
    }

    [Fact]
    public void R2_points_are_rounded_once_for_the_receipt_and_then_spread_by_largest_remainder()
    {
        var decision = Receipt(Line(1, 15), Line(2, 15), Line(3, 30)).Decide();

        Assert.Equal(3, decision.Accrued.Value);
        Assert.Equal([1, 1, 1], decision.AccruedByLine());
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 49)]
    [InlineData(2, 499)]
    public void R2_points_are_counted_in_the_smallest_part_of_the_program(int decimals, long expected) =>
        Assert.Equal(expected, Receipt(Line(1, 99.99m)).Decide(pointDecimals: decimals).Accrued.Value);

    [Fact]
    public void R2_discounts_of_lines_and_of_the_order_earn_nothing()
    {
        var receipt = Receipt(Line(1, 600, discount: 100), Line(2, 500)) with { OrderDiscount = Money.Of(100) };

        var decision = receipt.Decide();

        Assert.Equal(45, decision.Accrued.Value);
        Assert.Equal("5; 900.00; 45; 7", decision.Said(ReasonCodes.Accrued));
        Assert.Equal([150m, 50m], decision.Lines.Select(line => line.Discount.Amount));
    }

    [Theory]
    [InlineData(false, 40)]
    [InlineData(true, 50)]
    public void R2_the_part_paid_by_points_earns_only_by_switch(bool earns, long expected)
    {
        var decision = Receipt(Line(1, 1000)).Asking(200).Decide(Accrual(a => a with { OnPartPaidByPoints = earns }));

        Assert.Equal(200m, decision.Redeemed.Amount);
        Assert.Equal(expected, decision.Accrued.Value);
        Assert.Equal(!earns, decision.Codes().Contains(ReasonCodes.PaidByPointsEarnsNothing));
    }

    [Fact]
    public void R2_what_points_paid_is_taken_from_the_lines_they_paid()
    {
        var conditions = new ProgramConditions
        {
            Redemption = new RedemptionConditions { Excluded = Categories("tobacco"), MaximumSharePercent = 100 },
        };

        var decision = Receipt(Line(1, 500), Line(2, 500, "tobacco")).Asking(400).Decide(conditions);

        Assert.Equal([5, 25], decision.AccruedByLine());
    }

    [Theory]
    [InlineData(true, 50)]
    [InlineData(false, 35)]
    public void R2_the_part_paid_by_gift_card_earns_by_switch(bool earns, long expected)
    {
        var receipt = Receipt(Line(1, 500), Line(2, 500)) with { PaidByGiftCard = Money.Of(300) };

        Assert.Equal(expected, receipt.Decide(Accrual(a => a with { OnPartPaidByGiftCard = earns })).Accrued.Value);
    }

    [Fact]
    public void R2_a_gift_card_pays_earning_and_other_lines_alike()
    {
        var conditions = Accrual(a => a with { OnPartPaidByGiftCard = false, Excluded = Categories("tobacco") });
        var receipt = Receipt(Line(1, 500), Line(2, 500, "tobacco")) with { PaidByGiftCard = Money.Of(200) };

        var decision = receipt.Decide(conditions);

        Assert.Equal(20, decision.Accrued.Value);
        Assert.Equal("100.00", decision.Said(ReasonCodes.PaidByGiftCardEarnsNothing));
    }

    [Theory]
    [InlineData(true, 0, 60)]
    [InlineData(false, 0, 50)]
    [InlineData(false, 120, 45)]
    public void R2_tax_earns_by_switch_and_shrinks_with_a_discount(bool earns, decimal discount, long expected)
    {
        var receipt = Receipt(Line(1, 1200, discount: discount, tax: 200));

        Assert.Equal(expected, receipt.Decide(Accrual(a => a with { OnTax = earns })).Accrued.Value);
    }

    [Theory]
    [InlineData(false, 5)]
    [InlineData(true, 10)]
    public void R2_delivery_earns_only_by_switch(bool earns, long expected)
    {
        var decision = Receipt(Line(1, 100), Line(2, 100, kind: LineKind.Shipping))
            .Decide(Accrual(a => a with { OnShipping = earns }));

        Assert.Equal(expected, decision.Accrued.Value);
        Assert.Equal(!earns, decision.Codes().Contains(ReasonCodes.ShippingEarnsNothing));
    }

    [Fact]
    public void R17_a_sold_gift_card_never_earns()
    {
        var decision = Receipt(Line(1, 100, kind: LineKind.GiftCard), Line(2, 100)).Decide();

        Assert.Equal([0, 5], decision.AccruedByLine());
        Assert.EndsWith("@1", decision.Said(ReasonCodes.GiftCardEarnsNothing), StringComparison.Ordinal);
    }

    [Fact]
    public void R2_excluded_goods_earn_nothing_and_their_line_says_so()
    {
        var excluded = new GoodsSet { Categories = [" Tobacco "], Skus = ["SKU-3"] };

        var decision = Receipt(Line(1, 100), Line(2, 100, "tobacco"), Line(3, 100, category: null))
            .Decide(Accrual(a => a with { Excluded = excluded }));

        Assert.Equal([5, 0, 0], decision.AccruedByLine());
        Assert.Equal(
            [("tobacco", 2), ("sku-3", 3)],
            decision.Reasons.Where(r => r.Code == ReasonCodes.ExcludedFromAccrual).Select(r => (r.Arguments[0], r.Line!.Value)));
    }

    [Theory]
    [InlineData("499.99", 0)]
    [InlineData("500", 25)]
    public void R2_a_threshold_is_reached_when_it_is_equalled(string sum, long expected)
    {
        var decision = Receipt(Line(1, Number(sum))).Decide(Accrual(a => a with { MinimumBase = Money.Of(500) }));

        Assert.Equal(expected, decision.Accrued.Value);
        Assert.Equal(expected == 0, decision.Codes().Contains(ReasonCodes.BelowMinimumBase));
    }

    [Fact]
    public void A_plain_receipt_has_one_reason_with_rate_base_points_and_version()
    {
        var reason = Assert.Single(Receipt(Line(1, 100), Line(2, 50.50m)).Decide().Reasons);

        Assert.Equal(ReasonCodes.Accrued, reason.Code);
        Assert.Equal(["5", "150.50", "7", "7"], reason.Arguments);
        Assert.Null(reason.Line);
    }

    [Fact]
    public void Steps_are_explained_with_step_base_points_and_version()
    {
        var conditions = Accrual(a => a with { Mode = AccrualMode.Steps, StepPoints = 10, StepAmount = Money.Of(2) });

        Assert.Equal("10; 2.00; 7.00; 30; 7", Receipt(Line(1, 7)).Decide(conditions).Said(ReasonCodes.AccruedBySteps));
    }

    [Fact]
    public void Lines_that_earn_nothing_of_an_earning_receipt_say_why()
    {
        var decision = Receipt(Line(1, 100), Line(2, 0), Line(3, 1)).Decide();

        Assert.Equal([5, 0, 0], decision.AccruedByLine());
        Assert.Equal(" @2", decision.Said(ReasonCodes.LineHasNoBase));
        Assert.Equal("1.00 @3", decision.Said(ReasonCodes.LineTooSmallToEarn));
    }

    [Theory]
    [InlineData("0.10", 5, ReasonCodes.TooSmallToEarn)]
    [InlineData("100", 0, ReasonCodes.AccrualOff)]
    [InlineData("0", 5, ReasonCodes.NothingEarns)]
    public void A_receipt_that_earns_nothing_says_why_and_makes_no_lot(string sum, decimal percent, string code)
    {
        var decision = Receipt(Line(1, Number(sum))).Decide(Accrual(a => a with { Percent = percent }));

        Assert.Contains(code, decision.Codes());
        Assert.Empty(decision.Credits);
    }

    [Fact]
    public void Without_a_member_nothing_is_earned_and_nothing_needs_explaining()
    {
        var decision = Receipt(Line(1, 1000)).DecideWithoutMember();

        Assert.Equal((0, 1000m), (decision.Accrued.Value, decision.Net.Amount));
        Assert.Empty(decision.Credits);
        Assert.Empty(decision.Reasons);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
