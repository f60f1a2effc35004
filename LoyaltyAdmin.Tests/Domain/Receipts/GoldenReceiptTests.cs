using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class GoldenReceiptTests
{
    [Fact]
    public void A_receipt_with_everything_on_it_is_decided_as_computed_by_hand()
    {
        var conditions = new ProgramConditions
        {
            Accrual = new AccrualConditions { Percent = 7.5m, Excluded = Categories("tobacco"), OnPartPaidByGiftCard = false },
            Redemption = new RedemptionConditions { Excluded = Categories("tobacco"), Step = 5 },
        };
        var receipt = Receipt(
            Line(1, 899.70m, quantity: 3),
            Line(2, 250, "tobacco"),
            Line(3, 420, discount: 42),
            Line(4, 150, kind: LineKind.Shipping),
            Line(5, 500, kind: LineKind.GiftCard)) with
        { OrderDiscount = Money.Of(100), PaidByGiftCard = Money.Of(300) };

        var decision = receipt.Asking(1000).Decide(conditions, pointDecimals: 1);

        Assert.Equal(
            """
            gross 2219.70, discount 142.00, redeemed 100.00 for 1000 parts, net 1977.70, accrued 718, most 4050
            1: discount 41.31, redeemed 63.02 for 630, accrued 506
            2: discount 11.48, redeemed 0.00 for 0, accrued 0
            3: discount 59.36, redeemed 26.47 for 265, accrued 212
            4: discount 6.89, redeemed 10.51 for 105, accrued 0
            5: discount 22.96, redeemed 0.00 for 0, accrued 0
            """,
            Write(decision));
    }

    [Fact]
    public void A_repeated_decision_is_the_same_to_the_last_reason()
    {
        var receipt = Receipt(Line(1, 33.33m), Line(2, 66.67m), Line(3, 0.01m)).Asking(77);

        var (once, again) = (receipt.Decide(), receipt.Decide());

        Assert.Equal(Write(once), Write(again));
        Assert.Equal(
            once.Reasons.Select(r => (r.Code, r.Line, string.Join('|', r.Arguments))),
            again.Reasons.Select(r => (r.Code, r.Line, string.Join('|', r.Arguments))));
    }

    private static string Write(ReceiptDecision d) => string.Join(
        '\n',
        d.Lines.Select(l =>
            FormattableString.Invariant($"{l.Line}: discount {l.Discount.Amount:0.00}, redeemed {l.Redeemed.Amount:0.00} for {l.RedeemedPoints.Value}, accrued {l.Accrued.Value}"))
            .Prepend(FormattableString.Invariant($"gross {d.Gross.Amount:0.00}, discount {d.Discount.Amount:0.00}, redeemed {d.Redeemed.Amount:0.00} for {d.RedeemedPoints.Value} parts, net {d.Net.Amount:0.00}, accrued {d.Accrued.Value}, most {d.MaximumRedeemable.Value}")));
}
