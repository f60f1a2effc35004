using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Partners;

/// <summary>What the terms of a partner change in the decision on a receipt.</summary>
public sealed class PartnerSchemeTests
{
    private static readonly DateTime Noon = new(2026, 3, 10, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(PartnerAccrual.AsMain, 50)]
    [InlineData(PartnerAccrual.Percent, 20)]
    [InlineData(PartnerAccrual.Steps, 9)]
    public void A_purchase_earns_what_is_agreed_with_the_partner(PartnerAccrual accrual, long points)
    {
        var decision = Decide(new PartnerConditions { Accrual = accrual, Percent = 2m, StepAmount = Money.Of(300m), StepPoints = 3m });

        Assert.Equal(points, decision.Accrued.Value);
        Assert.Equal("bakery", Assert.Single(decision.Credits).Partner);
        Assert.Contains(decision.Reasons, r => r.Code == ReasonCodes.AtPartner && r.Arguments[0] == "Bakery");
    }

    [Fact]
    public void Points_pay_up_to_the_share_of_the_partner_and_nothing_where_they_may_not()
    {
        Assert.Equal(100, Decide(new PartnerConditions { MaximumSharePercent = 10m }, redeem: 500).RedeemedPoints.Value);
        Assert.Equal(300, Decide(new PartnerConditions(), redeem: 500).RedeemedPoints.Value);
        var refused = Decide(new PartnerConditions { Spending = false }, redeem: 500);
        Assert.Equal(0, refused.RedeemedPoints.Value);
        Assert.Contains(refused.Reasons, r => r.Code == ReasonCodes.RedemptionOff);
    }

    [Fact]
    public void The_shop_that_lets_nobody_spend_is_not_overruled_by_a_partner()
    {
        var main = new ProgramConditions { Redemption = new RedemptionConditions { Allowed = false } };

        Assert.Equal(0, Decide(new PartnerConditions { Spending = true }, redeem: 100, main: main).RedeemedPoints.Value);
    }

    [Fact]
    public void Members_own_rates_hold_only_where_it_is_agreed_and_never_beyond_the_partners_share()
    {
        var gold = new MemberPrivilege("Gold") { AccrualRate = 10m, DiscountPercent = 3m, MaximumSharePercent = 90m };
        var terms = new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 2m, MaximumSharePercent = 20m };

        Assert.Equal(20, Decide(terms, privilege: gold).Accrued.Value);
        var own = Decide(terms with { MemberRates = true }, redeem: 900, privilege: gold);
        Assert.Equal((200L, 80L, 0L), (own.RedeemedPoints.Value, own.Accrued.Value, own.Discount.Minor));
    }

    [Fact]
    public void Rates_in_percent_mean_nothing_where_the_partner_counts_steps()
    {
        var gold = new MemberPrivilege("Gold") { AccrualRate = 10m };
        var terms = new PartnerConditions { Accrual = PartnerAccrual.Steps, StepAmount = Money.Of(100m), StepPoints = 1m, MemberRates = true };

        Assert.Equal(10, Decide(terms, privilege: gold).Accrued.Value);
    }

    [Fact]
    public void Discounts_for_members_are_the_shops_own()
    {
        var main = new ProgramConditions { Discount = new DiscountConditions { Percent = 7m } };

        Assert.Equal(0, Decide(new PartnerConditions(), main: main).Discount.Minor);
    }

    [Fact]
    public void Terms_in_force_are_those_that_began_last_and_of_two_at_once_the_later_written()
    {
        PartnerTerms Terms(int id, int day) => new()
        {
            Id = id,
            PartnerId = 1,
            From = Noon.AddDays(day),
            Conditions = new PartnerConditions(),
            Note = "",
            CreatedAt = Noon,
            CreatedBy = "",
        };
        PartnerTerms[] all = [Terms(3, 5), Terms(1, 0), Terms(2, 5)];

        Assert.Null(PartnerTerms.InForceAt(all, Noon.AddMilliseconds(-1)));
        Assert.Equal(1, PartnerTerms.InForceAt(all, Noon.AddDays(5).AddMilliseconds(-1))?.Id);
        Assert.Equal(3, PartnerTerms.InForceAt(all, Noon.AddDays(5))?.Id);
    }

    [Theory]
    [InlineData("bakery", true)]
    [InlineData("b2", true)]
    [InlineData("a", false)]
    [InlineData("2b", false)]
    [InlineData("Bakery", false)]
    [InlineData("ba:kery", false)]
    [InlineData("пекарня", false)]
    [InlineData("a-very-long-key-of-a-partner", false)]
    public void A_key_is_short_and_holds_nothing_that_could_be_taken_for_its_end(string key, bool good) => Assert.Equal(good, PartnerRule.IsKey(key));

    [Fact]
    public void A_tills_number_comes_back_as_it_was_whatever_it_holds()
    {
        var till = new PartnerTill(1, "bakery");

        Assert.Equal("12:34", PartnerTill.Tell(till.Keep("12:34"), 1));
        Assert.Equal("bakery:12", PartnerTill.Tell("bakery:12", null));
    }

    private static ReceiptDecision Decide(PartnerConditions terms, long redeem = 0, MemberPrivilege? privilege = null, ProgramConditions? main = null)
    {
        main ??= new ProgramConditions();
        var draft = new ReceiptDraft
        {
            OccurredAt = Noon,
            RedeemPoints = new Points(redeem),
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "A", Quantity = Quantity.Of(1m), Gross = Money.Of(1_000m) }],
        };
        var facts = new MemberFacts
        {
            Available = new Points(10_000),
            JoinedOn = new DateOnly(2026, 1, 1),
            Privileges = privilege is null ? [] : [privilege],
            Partner = new PartnerScheme("bakery", "Bakery", terms),
        };
        return ReceiptEngine.Decide(draft, new ProgramVersion { Number = 1, Conditions = main }, ProgramCalendar.Of(main.TimeZone), 0, facts);
    }
}
