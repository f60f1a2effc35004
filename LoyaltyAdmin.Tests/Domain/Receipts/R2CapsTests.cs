using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class R2CapsTests
{
    private static readonly ReceiptDraft ThreeLines = Receipt(Line(1, 2000), Line(2, 1000), Line(3, 200));

    [Fact]
    public void R2_a_line_is_cut_to_its_cap_and_the_others_do_not_get_what_it_loses()
    {
        var decision = ThreeLines.Decide(Accrual(a => a with { CapPerLine = 40 }));

        Assert.Equal([40, 40, 10], decision.AccruedByLine());
        Assert.Equal(
            [("40", "100", 1), ("40", "50", 2)],
            decision.Reasons.Where(r => r.Code == ReasonCodes.CutPerLine)
                .Select(r => (r.Arguments[0], r.Arguments[1], r.Line!.Value)));
    }

    [Fact]
    public void R2_a_receipt_is_cut_to_its_cap_and_spread_anew()
    {
        var decision = ThreeLines.Decide(Accrual(a => a with { CapPerReceipt = 80 }));

        Assert.Equal([50, 25, 5], decision.AccruedByLine());
        Assert.Equal("80; 160", decision.Said(ReasonCodes.CutPerReceipt));
        Assert.Equal("5; 3200.00; 160; 7", decision.Said(ReasonCodes.Accrued));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(40, 60)]
    [InlineData(100, 0)]
    [InlineData(130, 0)]
    public void R2_a_member_earns_on_a_day_what_the_cap_still_leaves(long before, long expected)
    {
        var member = Member() with { AccruedThatDay = new Points(before) };

        var decision = ThreeLines.Decide(Accrual(a => a with { CapPerMemberPerDay = 100 }), member);

        Assert.Equal(expected, decision.Accrued.Value);
        Assert.Equal($"100; {before}; 160", decision.Said(ReasonCodes.CutPerDay));
        Assert.Equal(expected == 0, decision.Credits.Count == 0);
    }

    [Fact]
    public void R2_a_member_earns_in_a_month_what_the_cap_still_leaves()
    {
        var member = Member() with { AccruedThatMonth = new Points(450) };

        var decision = ThreeLines.Decide(Accrual(a => a with { CapPerMemberPerMonth = 500 }), member);

        Assert.Equal(50, decision.Accrued.Value);
        Assert.Equal("500; 450; 160", decision.Said(ReasonCodes.CutPerMonth));
    }

    [Fact]
    public void R2_caps_cut_in_order_line_receipt_day_month_and_each_cut_is_recorded()
    {
        var conditions = Accrual(a => a with
        {
            CapPerLine = 60,
            CapPerReceipt = 100,
            CapPerMemberPerDay = 90,
            CapPerMemberPerMonth = 300,
        });
        var member = Member() with { AccruedThatDay = new Points(10), AccruedThatMonth = new Points(250) };

        var decision = ThreeLines.Decide(conditions, member);

        Assert.Equal(
            [ReasonCodes.Accrued, ReasonCodes.CutPerLine, ReasonCodes.CutPerReceipt, ReasonCodes.CutPerDay, ReasonCodes.CutPerMonth],
            decision.Codes());
        Assert.Equal("60; 100 @1", decision.Said(ReasonCodes.CutPerLine));
        Assert.Equal("100; 120", decision.Said(ReasonCodes.CutPerReceipt));
        Assert.Equal("90; 10; 100", decision.Said(ReasonCodes.CutPerDay));
        Assert.Equal("300; 250; 80", decision.Said(ReasonCodes.CutPerMonth));
        Assert.Equal(50, decision.Accrued.Value);
        Assert.Equal([25, 21, 4], decision.AccruedByLine());
    }

    [Fact]
    public void A_cap_that_is_just_reached_cuts_nothing() =>
        Assert.DoesNotContain(
            ReasonCodes.CutPerReceipt, ThreeLines.Decide(Accrual(a => a with { CapPerReceipt = 160 })).Codes());

    [Fact]
    public void Caps_are_in_whole_points_whatever_the_decimals_of_the_program()
    {
        var decision = ThreeLines.Decide(Accrual(a => a with { CapPerReceipt = 80.5m }), pointDecimals: 2);

        Assert.Equal(8050, decision.Accrued.Value);
        Assert.Equal("80.50; 160.00", decision.Said(ReasonCodes.CutPerReceipt));
    }
}
