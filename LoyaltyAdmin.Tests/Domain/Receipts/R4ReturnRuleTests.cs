using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public sealed class R4ReturnRuleTests
{
    [Fact]
    public void R4_a_hundred_points_of_three_pieces_come_back_as_33_34_and_33()
    {
        var line = Line(quantity: 3, net: 2_000_00, accrued: 100, redeemed: 0);

        long[] reversed = [.. Enumerable.Range(0, 3).Select(_ => ReturnRule.ByQuantity(line, Quantity.Of(1)).Reversed.Value)];

        Assert.Equal([33, 34, 33], reversed);
    }

    [Fact]
    public void R4_partial_returns_of_any_sizes_add_up_to_the_whole_line()
    {
        var sizes = Gen.Choose(1, 9).ListOf().Where(list => list.Count > 0);
        var lines = sizes.SelectMany(list => Gen.Choose(0, 500_000).SelectMany(net => Gen.Choose(0, 9_999).Select(points => (list, net, points))));

        Prop.ForAll(lines.ToArbitrary(), sample =>
        {
            var line = Line(sample.list.Sum(), sample.net, sample.points, sample.points / 3);
            var parts = sample.list.Select(size => ReturnRule.ByQuantity(line, Quantity.Of(size))).ToList();

            Assert.Equal(line.Net.Minor, parts.Sum(p => p.Refund.Minor));
            Assert.Equal(line.Accrued.Value, parts.Sum(p => p.Reversed.Value));
            Assert.Equal(line.RedeemedPoints.Value, parts.Sum(p => p.Restored.Value));
            Assert.Equal(line.Quantity, line.ReturnedQuantity);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void R4_a_line_returned_by_amount_and_by_quantity_in_turn_gives_back_no_more_than_it_has()
    {
        var line = Line(quantity: 4, net: 100_00, accrued: 10, redeemed: 8);

        var byAmount = ReturnRule.ByAmount(line, Quantity.Of(1), Money.Of(60m));
        var rest = ReturnRule.ByQuantity(line, Quantity.Of(3));

        Assert.Equal((6, 5), (byAmount.Reversed.Value, byAmount.Restored.Value));
        Assert.Equal((4, 3, 40_00), (rest.Reversed.Value, rest.Restored.Value, rest.Refund.Minor));
    }

    [Fact]
    public void More_than_is_left_of_a_line_is_an_error()
    {
        var line = Line(quantity: 1, net: 100_00, accrued: 5, redeemed: 0);

        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnRule.ByQuantity(line, Quantity.Of(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReturnRule.ByAmount(line, Quantity.Of(1), Money.Of(100.01m)));
    }

    private static ReceiptLine Line(long quantity, long net, long accrued, long redeemed) => new()
    {
        ReceiptId = 1,
        Line = 1,
        Sku = "A",
        Quantity = Quantity.Of(quantity),
        Gross = new Money(net),
        Accrued = new Points(accrued),
        RedeemedPoints = new Points(redeemed),
    };
}
