using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class R8StagesTests
{
    [Fact]
    public void R8_the_phases_are_item_receipt_coupon_points_accrual() =>
        Assert.Equal(
            [ReceiptPhase.Item, ReceiptPhase.Receipt, ReceiptPhase.Coupon, ReceiptPhase.Points, ReceiptPhase.Accrual],
            Enum.GetValues<ReceiptPhase>());

    [Fact]
    public void R8_the_stages_stand_in_the_order_of_the_phases() =>
        Assert.Equal(ReceiptEngine.Stages.OrderBy(stage => stage.Phase), ReceiptEngine.Stages);

    [Fact]
    public void R8_points_pay_what_discounts_left_and_accrual_counts_what_points_left()
    {
        var receipt = Receipt(Line(1, 1000)) with { OrderDiscount = Money.Of(200) };

        var decision = receipt.Asking(1000).Decide();

        Assert.Equal((200m, 240m, 560m), (decision.Discount.Amount, decision.Redeemed.Amount, decision.Net.Amount));
        Assert.Equal(28, decision.Accrued.Value);
    }

    [Fact]
    public void An_order_discount_is_spread_by_the_net_amounts_of_the_lines()
    {
        var receipt = Receipt(Line(1, 200, discount: 100), Line(2, 100), Line(3, 100)) with { OrderDiscount = Money.Of(0.50m) };

        Assert.Equal([100.17m, 0.17m, 0.16m], receipt.Decide().Lines.Select(line => line.Discount.Amount));
    }

    [Fact]
    public void An_order_discount_beyond_the_sum_is_a_bug_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => (Receipt(Line(1, 10)) with { OrderDiscount = Money.Of(11) }).Decide());
}
