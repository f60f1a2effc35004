using FsCheck;
using FsCheck.Fluent;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Receipts;

public class EnginePropertiesTests
{
    private static readonly Gen<decimal> PointValues = Gen.Elements(1m, 0.1m, 0.01m, 0.001m, 0.333m, 1.7m, 25m);

    private static readonly Gen<ReceiptDraftLine> Lines =
        from gross in Gen.Choose(0, 500_000)
        from discounted in Gen.Choose(0, 3)
        from percent in Gen.Choose(0, 100)
        from quantity in Gen.Elements(1m, 2m, 0.345m, 12m)
        from category in Gen.Elements("food", "toys", "tobacco")
        from kind in Gen.Frequency(
            (8, Gen.Constant(LineKind.Goods)), (1, Gen.Constant(LineKind.Shipping)), (1, Gen.Constant(LineKind.GiftCard)))
        select Line(
            0,
            gross / 100m,
            category,
            quantity,
            discounted == 0 ? (long)gross * percent / 100 / 100m : 0,
            gross / 6 / 100m,
            kind);

    private static readonly Gen<ReceiptDraft> Drafts =
        from count in Gen.Choose(1, 9)
        from lines in Gen.ArrayOf(Lines, count)
        from orderPercent in Gen.Elements(0, 0, 5, 33, 100)
        from giftPercent in Gen.Elements(0, 0, 20, 100)
        from asked in Gen.Elements(0L, 1, 7, 55, 1000, 20_000, 10_000_000)
        select Build(lines, orderPercent, giftPercent, asked);

    private static readonly Gen<ProgramConditions> Conditions =
        from accrual in Accruals()
        from redemption in Redemptions()
        from discount in Gen.Elements(0m, 0m, 3m, 12.5m, 100m)
        from onTop in Gen.Elements(true, false)
        select new ProgramConditions
        {
            Accrual = accrual,
            Redemption = redemption,
            Discount = new DiscountConditions { Percent = discount, OnDiscountedLines = onTop },
        };

    private static readonly Gen<Case> Cases =
        from draft in Drafts
        from conditions in Conditions
        from available in Gen.Elements(0L, 3, 500, 10_000_000)
        from earned in Gen.Choose(0, 300)
        from decimals in Gen.Choose(0, 2)
        select new Case(
            draft,
            conditions,
            Member(available) with { AccruedThatDay = new Points(earned), AccruedThatMonth = new Points(earned * 2) },
            decimals);

    [Fact]
    public void Lines_add_up_to_the_receipt_and_nothing_is_lost() => ForAll((test, decision) =>
    {
        Assert.Equal(decision.Gross, decision.Net + decision.Redeemed + decision.Discount);
        Assert.Equal(decision.Accrued.Value, decision.Lines.Sum(line => line.Accrued.Value));
        Assert.Equal(decision.Accrued.Value, decision.Credits.Sum(credit => credit.Points.Value));
        Assert.Equal(decision.Redeemed.Minor, decision.Lines.Sum(line => line.Redeemed.Minor));
        Assert.Equal(decision.RedeemedPoints.Value, decision.Lines.Sum(line => line.RedeemedPoints.Value));
        Assert.Equal(decision.Discount.Minor, decision.Lines.Sum(line => line.Discount.Minor));
        var ofTheTill = test.Draft.OrderDiscount.Minor + test.Draft.Lines.Sum(line => line.Discount.Minor);
        Assert.True(test.Conditions.Discount.Percent == 0 ? decision.Discount.Minor == ofTheTill : decision.Discount.Minor >= ofTheTill);
    });

    [Fact]
    public void No_cap_of_redemption_is_ever_exceeded() => ForAll((test, decision) =>
    {
        var conditions = test.Conditions.Redemption;
        var spent = decision.RedeemedPoints.Value;
        Assert.InRange(spent, 0, Math.Min(test.Draft.RedeemPoints.Value, test.Member.Available.Value));
        Assert.InRange(spent, 0, decision.MaximumRedeemable.Value);
        Assert.True(decision.Redeemed.Minor <= spent * conditions.PointValue * 100m / test.PartsOfPoint);
        Assert.True(spent <= (conditions.MaximumPointsPerReceipt ?? decimal.MaxValue / 100) * test.PartsOfPoint);
        Assert.True(spent == 0 || spent >= conditions.MinimumPoints * test.PartsOfPoint);
        Assert.True(conditions.Step == 0 || spent % (conditions.Step * test.PartsOfPoint) == 0);
        Assert.True(decision.Redeemed.Minor <= (decision.Gross - decision.Discount).Minor * conditions.MaximumSharePercent / 100);

        // A gift card may have been meant to pay what the member's discount then took off: nothing is left for points.
        Assert.True(decision.Redeemed.IsZero || decision.Redeemed + test.Draft.PaidByGiftCard <= decision.Gross - decision.Discount);
        Assert.True(spent == 0 || decision.Net >= conditions.MinimumMoneyPart);
    });

    [Fact]
    public void Each_line_keeps_its_lowest_price_and_excluded_lines_are_never_paid_by_points() => ForAll((test, decision) =>
    {
        var conditions = test.Conditions.Redemption;
        foreach (var (line, decided) in test.Draft.Lines.Zip(decision.Lines))
        {
            var left = line.Gross - decided.Discount - decided.Redeemed;
            if (decided.Redeemed > Money.Zero)
            {
                Assert.True(left.Amount >= conditions.MinimumUnitPrice.Amount * line.Quantity.Amount);
                Assert.NotEqual(LineKind.GiftCard, line.Kind);
                Assert.False(conditions.Excluded.Contains(line.Sku, line.Category));
                Assert.True(conditions.OnDiscountedLines || line.Discount.IsZero);
            }
        }
    });

    [Fact]
    public void No_cap_of_accrual_is_ever_exceeded_and_what_is_excluded_earns_nothing() => ForAll((test, decision) =>
    {
        var conditions = test.Conditions.Accrual;
        Assert.True(decision.Accrued.Value <= (conditions.CapPerReceipt ?? decimal.MaxValue / 100) * test.PartsOfPoint);
        Assert.True(decision.Accrued.IsZero || conditions.CapPerMemberPerDay is not { } day
            || decision.Accrued.Value + test.Member.AccruedThatDay.Value <= day * test.PartsOfPoint);
        foreach (var (line, decided) in test.Draft.Lines.Zip(decision.Lines))
        {
            Assert.True(decided.Accrued.Value <= (conditions.CapPerLine ?? decimal.MaxValue / 100) * test.PartsOfPoint);
            Assert.True(decided.Accrued.IsZero
                || (line.Kind != LineKind.GiftCard && !conditions.Excluded.Contains(line.Sku, line.Category)));
        }
    });

    [Fact]
    public void More_asked_never_spends_less_and_the_most_is_reached_by_asking_for_it() => ForAll((test, decision) =>
    {
        var more = test with { Draft = test.Draft.Asking((test.Draft.RedeemPoints.Value * 2) + 1) };
        var most = test with { Draft = test.Draft.Asking(decision.MaximumRedeemable.Value) };

        Assert.True(more.Decide().RedeemedPoints >= decision.RedeemedPoints);
        Assert.Equal(decision.MaximumRedeemable, more.Decide().MaximumRedeemable);
        Assert.Equal(decision.MaximumRedeemable, most.Decide().RedeemedPoints);
    });

    [Fact]
    public void Whoever_gets_less_than_asked_is_told_a_reason() => ForAll((test, decision) =>
    {
        var accrualOnly = (test with { Draft = test.Draft.Asking(0) }).Decide();
        Assert.True(decision.RedeemedPoints == test.Draft.RedeemPoints
            || decision.Reasons.Count > 0 && decision.Codes().Except(accrualOnly.Codes()).Any());
    });

    [Fact]
    public void Whoever_earns_nothing_is_told_a_reason_for_the_receipt() => ForAll((_, decision) =>
        Assert.True(!decision.Accrued.IsZero || decision.Reasons.Any(reason => reason.Line is null)));

    private static void ForAll(Action<Case, ReceiptDecision> claim) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Cases.ToArbitrary(), test => claim(test, test.Decide())));

    private static ReceiptDraft Build(ReceiptDraftLine[] lines, int orderPercent, int giftPercent, long asked)
    {
        ReceiptDraftLine[] numbered = [.. lines.Select((line, i) => line with { Line = i + 1 })];
        var net = numbered.Sum(line => (line.Gross - line.Discount).Minor);
        var order = net * orderPercent / 100;
        return Receipt(numbered) with
        {
            OrderDiscount = new Money(order),
            PaidByGiftCard = new Money((net - order) * giftPercent / 100),
            RedeemPoints = new Points(asked),
        };
    }

    private static Gen<AccrualConditions> Accruals() =>
        from mode in Gen.Elements(Enum.GetValues<AccrualMode>())
        from rounding in Gen.Elements(Enum.GetValues<RoundingMode>())
        from percent in Gen.Elements(0m, 0.3m, 5m, 100m)
        from switches in Gen.Choose(0, 31)
        from cap in Gen.Elements<decimal?>(null, 1m, 20m)
        from capped in Gen.Choose(0, 15)
        select new AccrualConditions
        {
            Mode = mode,
            Rounding = rounding,
            Percent = percent,
            OnPartPaidByPoints = (switches & 1) != 0,
            OnPartPaidByGiftCard = (switches & 2) != 0,
            OnTax = (switches & 4) != 0,
            OnShipping = (switches & 8) != 0,
            Excluded = (switches & 16) != 0 ? Categories("tobacco") : GoodsSet.None,
            CapPerLine = (capped & 1) != 0 ? cap : null,
            CapPerReceipt = (capped & 2) != 0 ? cap : null,
            CapPerMemberPerDay = (capped & 4) != 0 ? cap : null,
            CapPerMemberPerMonth = (capped & 8) != 0 ? cap : null,
        };

    private static Gen<RedemptionConditions> Redemptions() =>
        from value in PointValues
        from share in Gen.Elements(1m, 30m, 99.9m, 100m)
        from switches in Gen.Choose(0, 7)
        from minimum in Gen.Elements(0m, 0m, 10m, 300m)
        from step in Gen.Elements(0m, 0m, 1m, 50m)
        from most in Gen.Elements<decimal?>(null, null, 100m)
        from moneyPart in Gen.Elements(0m, 1m, 99.99m)
        from unitPrice in Gen.Elements(0m, 0.01m, 10m)
        select new RedemptionConditions
        {
            PointValue = value,
            MaximumSharePercent = share,
            CapBase = (switches & 1) != 0 ? RedemptionCapBase.WholeReceipt : RedemptionCapBase.EligibleLines,
            OnDiscountedLines = (switches & 2) != 0,
            Excluded = (switches & 4) != 0 ? Categories("tobacco") : GoodsSet.None,
            MinimumPoints = minimum,
            Step = step,
            MaximumPointsPerReceipt = most,
            MinimumMoneyPart = Money.Of(moneyPart),
            MinimumUnitPrice = Money.Of(unitPrice),
        };

    private sealed record Case(ReceiptDraft Draft, ProgramConditions Conditions, MemberFacts Member, int PointDecimals)
    {
        public decimal PartsOfPoint => PointDecimals switch { 0 => 1, 1 => 10, _ => 100 };

        public ReceiptDecision Decide() =>
            ReceiptEngine.Decide(Draft, Version(Conditions), Moscow, PointDecimals, Member);
    }
}
