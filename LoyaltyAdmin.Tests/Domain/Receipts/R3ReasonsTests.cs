using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class R3ReasonsTests
{
    private static readonly ReceiptDraft Thousand = Receipt(Line(1, 1000)).Asking(900);

    [Fact]
    public void R3_thirty_percent_of_700_tobacco_excluded()
    {
        var conditions = Redemption(r => r with { Excluded = Categories("tobacco"), OnDiscountedLines = false });
        var receipt = Receipt(Line(1, 700), Line(2, 200, "tobacco"), Line(3, 110, discount: 10)).Asking(1000);

        var decision = receipt.Decide(conditions);

        Assert.Equal("30; 700.00; 210", decision.Said(ReasonCodes.CappedByShare));
        Assert.Equal("tobacco @2", decision.Said(ReasonCodes.ExcludedFromRedemption));
        Assert.EndsWith("@3", decision.Said(ReasonCodes.DiscountedNotRedeemable), StringComparison.Ordinal);
    }

    [Fact]
    public void R3_what_is_given_in_full_needs_no_reason() =>
        Assert.All(Thousand.Asking(300).Decide().Codes(), code => Assert.DoesNotContain("Capped", code, StringComparison.Ordinal));

    [Fact]
    public void R3_a_low_balance_is_the_reason_and_excluded_lines_are_not()
    {
        var conditions = Redemption(r => r with { Excluded = Categories("tobacco") });

        var decision = Receipt(Line(1, 700), Line(2, 200, "tobacco")).Asking(100).Decide(conditions, Member(40));

        Assert.Equal("40", decision.Said(ReasonCodes.CappedByBalance));
        Assert.DoesNotContain(ReasonCodes.ExcludedFromRedemption, decision.Codes());
    }

    [Fact]
    public void R3_each_limit_that_binds_has_its_own_reason()
    {
        var moneyPart = Redemption(r => r with { MaximumSharePercent = 100, MinimumMoneyPart = Money.Of(150) });
        var unitPrice = Redemption(r => r with { MaximumSharePercent = 100, MinimumUnitPrice = Money.Of(200) });
        var perReceipt = Redemption(r => r with { MaximumPointsPerReceipt = 120 });
        var giftCard = Thousand with { PaidByGiftCard = Money.Of(950) };

        Assert.Equal("150.00; 850", Thousand.Decide(moneyPart).Said(ReasonCodes.CappedByMoneyPart));
        Assert.Equal("200.00; 800", Thousand.Decide(unitPrice).Said(ReasonCodes.CappedByUnitPrice));
        Assert.Equal("120", Thousand.Decide(perReceipt).Said(ReasonCodes.CappedPerReceipt));
        Assert.Equal("950.00; 50", giftCard.Decide().Said(ReasonCodes.CappedByGiftCard));
    }

    [Fact]
    public void R3_the_step_the_minimum_and_the_worth_have_their_own_reasons()
    {
        var steps = Thousand.Asking(130).Decide(Redemption(r => r with { Step = 50 }));
        var minimum = Thousand.Asking(130).Decide(Redemption(r => r with { MinimumPoints = 200 }));
        var worth = Thousand.Asking(15).Decide(Redemption(r => r with { PointValue = 0.001m }));

        Assert.Equal("50; 100", steps.Said(ReasonCodes.RoundedToStep));
        Assert.Equal("200; 130", minimum.Said(ReasonCodes.BelowMinimumPoints));
        Assert.Equal("10; 0.01", worth.Said(ReasonCodes.RoundedToMoney));
    }

    [Fact]
    public void R3_limits_that_bind_alike_are_all_told()
    {
        var decision = Thousand.Decide(Redemption(r => r with { MaximumPointsPerReceipt = 300 }));

        Assert.Contains(ReasonCodes.CappedByShare, decision.Codes());
        Assert.Contains(ReasonCodes.CappedPerReceipt, decision.Codes());
    }

    [Fact]
    public void R3_points_asked_for_in_vain_get_a_reason()
    {
        Assert.Contains(ReasonCodes.NoMember, Thousand.DecideWithoutMember().Codes());
        Assert.Contains(ReasonCodes.RedemptionOff, Thousand.Decide(Redemption(r => r with { Allowed = false })).Codes());
        Assert.Contains(
            ReasonCodes.NothingRedeemable,
            Thousand.Decide(Redemption(r => r with { Excluded = Categories("food") })).Codes());
    }

    [Fact]
    public void Nobody_who_asks_for_no_points_is_bothered_with_the_rules_of_paying()
    {
        var conditions = new ProgramConditions
        {
            Redemption = new RedemptionConditions { Excluded = Categories("food"), MinimumPoints = 500 },
        };

        Assert.Equal([ReasonCodes.Accrued], Thousand.Asking(0).Decide(conditions).Codes());
    }
}
