using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Tests.Domain.Partners;

public sealed class SettlementMathTests
{
    private static readonly Gen<decimal> Prices = Gen.Elements(1m, 0.35m, 0.3333m, 0.0001m, 2.5m, 0m, 0.005m);

    [Fact]
    public void Points_cost_their_number_times_the_price_times_the_billed_part_rounded_once()
    {
        var terms = new PartnerConditions { IssuePrice = 0.3333m, BillingPercent = 90m, RedeemPrice = 0.5m, FeePercent = 1.5m };

        var line = SettlementMath.Line(1, 2, new SettlementSums(3, 1_001, 101, 77, 7, 100_001, 1), terms, pointDecimals: 0);

        // 1,001 × 0.29997 = 300.26997; 101 × 0.29997 = 30.29697; 77 × 0.5; 7 × 0.5; 1.5% of 1,000.00.
        Assert.Equal((300_27L, 30_30L, 38_50L, 3_50L, 15_00L), (line.IssuedMoney.Minor, line.ReversedMoney.Minor, line.RedeemedMoney.Minor, line.RestoredMoney.Minor, line.FeeMinor));
        var totals = SettlementTotals.Of([line], fixedFee: 5_00, adjustments: -1_00);
        Assert.Equal((269_97L, 35_00L, 20_00L, 253_97L), (totals.Issued, totals.Redeemed, totals.Fee, totals.Payable));
    }

    [Fact]
    public void Parts_of_points_cost_parts_of_the_price() => Assert.Equal(1_23, SettlementMath.Price(246, 0.5m, pointDecimals: 2));

    [Fact]
    public void More_refunds_than_sales_give_the_fee_back() =>
        Assert.Equal(-50, SettlementMath.Line(1, 1, new SettlementSums(1, 0, 0, 0, 0, 0, 50_00), new PartnerConditions { FeePercent = 1m }, 0).FeeMinor);

    [Fact]
    public void Money_of_single_operations_adds_up_to_the_line_exactly() => Prop.ForAll(
        Arb.From(
            from operations in Gen.ListOf(Gen.ArrayOf(Gen.Choose(0, 100_000), 4))
            from issue in Prices
            from billing in Gen.Elements(100m, 33.33m, 0m)
            from redeem in Prices
            from decimals in Gen.Choose(0, 2)
            select (operations, issue, billing, redeem, decimals)),
        given =>
        {
            var terms = new PartnerConditions { IssuePrice = given.issue, BillingPercent = given.billing, RedeemPrice = given.redeem };
            var running = new RunningPrices(given.decimals);
            var sums = default(SettlementSums);
            var (issued, reversed, redeemed, restored) = (0L, 0L, 0L, 0L);
            foreach (var points in given.operations)
            {
                var operation = new PartnerOperation
                {
                    ReceiptId = 1,
                    ReturnId = 0,
                    PartnerId = 1,
                    TermsId = 1,
                    RecordedAt = default,
                    Issued = new Points(points[0]),
                    Reversed = new Points(points[1]),
                    Redeemed = new Points(points[2]),
                    Restored = new Points(points[3]),
                };
                var price = running.Next(operation, terms);
                (issued, reversed, redeemed, restored) = (issued + price.Issued, reversed + price.Reversed, redeemed + price.Redeemed, restored + price.Restored);
                sums += new SettlementSums(1, points[0], points[1], points[2], points[3], 0, 0);
                var exact = points[0] * SettlementMath.Issue(terms) * 100m / PointsScale.Factor(given.decimals);
                Assert.True(Math.Abs(price.Issued - exact) <= 1m);
            }

            var line = SettlementMath.Line(1, 1, sums, terms, given.decimals);
            return (issued, reversed, redeemed, restored) == (line.IssuedMoney.Minor, line.ReversedMoney.Minor, line.RedeemedMoney.Minor, line.RestoredMoney.Minor);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Terms_are_checked_field_by_field()
    {
        var wrong = new PartnerConditions
        {
            Accrual = PartnerAccrual.Steps,
            StepAmount = Money.Zero,
            StepPoints = 0.5m,
            MaximumSharePercent = 101m,
            IssuePrice = -1m,
            RedeemPrice = 0.00001m,
            BillingPercent = 100.001m,
            FeePercent = -0.1m,
        };

        Assert.Equal(
            ["MaximumSharePercent", "BillingPercent", "FeePercent", "IssuePrice", "RedeemPrice", "StepAmount", "StepPoints"],
            PartnerConditionsCheck.Of(wrong, pointDecimals: 0).Select(r => r.Field));
        Assert.Empty(PartnerConditionsCheck.Of(new PartnerConditions(), 0));
    }
}
