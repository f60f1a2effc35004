using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

/// <summary>The standing discount of members: what it is taken from, how it is rounded and spread, and what points and accrual see of it.</summary>
public sealed class MemberDiscountTests
{
    private static readonly ProgramConditions Tenth = new() { Discount = new DiscountConditions { Percent = 10 } };

    [Fact]
    public void Members_pay_less_and_earn_on_what_they_pay()
    {
        var decision = Given.Receipt(Given.Line(1, 1_000)).Decide(Tenth);

        Assert.Equal((100m, 900m, 45L), (decision.Discount.Amount, decision.Net.Amount, decision.Accrued.Value));
        Assert.Equal("10; 1000.00; 100.00", decision.Said(ReasonCodes.MemberDiscount));
    }

    [Fact]
    public void Without_a_member_there_is_none()
    {
        var decision = ReceiptEngine.Decide(Given.Receipt(Given.Line(1, 1_000)), Given.Version(Tenth), Given.Moscow, 0, null);

        Assert.True(decision.Discount.IsZero);
    }

    [Fact]
    public void It_is_rounded_once_and_spread_so_that_the_lines_add_up()
    {
        var decision = Given.Receipt(Given.Line(1, 0.33m), Given.Line(2, 0.33m), Given.Line(3, 0.34m)).Decide(Tenth);

        Assert.Equal(0.10m, decision.Discount.Amount);
        Assert.Equal(0.10m, decision.Lines.Sum(l => l.Discount.Amount));
    }

    [Fact]
    public void Half_a_hundredth_is_rounded_up()
    {
        Assert.Equal(0.02m, Given.Receipt(Given.Line(1, 0.15m)).Decide(Tenth).Discount.Amount);
    }

    [Fact]
    public void Excluded_goods_and_gift_cards_keep_their_price_and_say_why()
    {
        var conditions = Tenth with { Discount = Tenth.Discount with { Excluded = Given.Categories("tobacco") } };

        var decision = Given.Receipt(Given.Line(1, 100), Given.Line(2, 100, "tobacco"), Given.Line(3, 100, kind: LineKind.GiftCard)).Decide(conditions);

        Assert.Equal([10m, 0m, 0m], decision.Lines.Select(l => l.Discount.Amount));
        Assert.Equal("tobacco @2", decision.Said(ReasonCodes.ExcludedFromDiscount));
        Assert.Contains(ReasonCodes.GiftCardNotDiscounted, decision.Codes());
    }

    [Theory]
    [InlineData(false, 20)]
    [InlineData(true, 28)]
    public void What_is_reduced_already_has_it_on_top_only_where_the_conditions_say_so(bool onTop, decimal discount)
    {
        var conditions = Tenth with { Discount = Tenth.Discount with { OnDiscountedLines = onTop } };

        Assert.Equal(discount, Given.Receipt(Given.Line(1, 100, discount: 20)).Decide(conditions).Discount.Amount);
    }

    [Fact]
    public void It_comes_after_the_discount_that_the_till_gave_on_the_whole_receipt()
    {
        var receipt = Given.Receipt(Given.Line(1, 100)) with { OrderDiscount = Money.Of(50) };

        Assert.Equal(55m, receipt.Decide(Tenth).Discount.Amount);
    }

    [Fact]
    public void A_level_gives_its_own_in_place_of_that_of_the_main_scheme()
    {
        var member = Given.Member() with { Privileges = [new MemberPrivilege("Gold") { DiscountPercent = 3 }] };

        var decision = Given.Receipt(Given.Line(1, 1_000)).Decide(Tenth, member);

        Assert.Equal(30m, decision.Discount.Amount);
        Assert.Equal("3; 1000.00; 30.00; Gold", decision.Said(ReasonCodes.DiscountOfPrivilege));
    }

    [Fact]
    public void Of_several_privileges_each_term_is_the_best_for_the_member()
    {
        var terms = MemberTerms.Of(
            new ProgramConditions(),
            [new MemberPrivilege("A") { AccrualRate = 7, DiscountPercent = 1 }, new MemberPrivilege("B") { AccrualRate = 6, DiscountPercent = 2 }]);

        Assert.Equal((new MemberTerm(7, "A"), new MemberTerm(2, "B"), new MemberTerm(30, null)), (terms.Accrual, terms.Discount, terms.MaximumShare));
    }
}
