using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Offers;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Decides receipts: quotes, posted ones, imported ones and examples alike (R2, R3, R8).</summary>
public static class ReceiptEngine
{
    /// <summary>The stages in their order (R8).</summary>
    public static IReadOnlyList<IReceiptStage> Stages { get; } =
    [
        new OrderDiscountStage(),
        new OfferStage(ReceiptPhase.Item),
        new MemberDiscountStage(),
        new OfferStage(ReceiptPhase.Receipt),
        new OfferStage(ReceiptPhase.Coupon),
        new OfferStage(ReceiptPhase.Points),
        new PointsStage(),
        new OfferStage(ReceiptPhase.Accrual),
        new AccrualStage(),
    ];

    /// <summary>
    /// Decides a receipt by the version in force at its time. Without a member it neither earns nor spends points. The same
    /// input always gives the same decision. The draft must have passed <see cref="DraftValidation"/>.
    /// </summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="version">In force at its time.</param>
    /// <param name="calendar">Of the program then.</param>
    /// <param name="pointDecimals">Of the program.</param>
    /// <param name="member">Null without one.</param>
    /// <param name="promotions">The campaigns that run, with what they ask; null for none.</param>
    /// <exception cref="ArgumentException">The draft's discounts exceed its sums.</exception>
    public static ReceiptDecision Decide(
        ReceiptDraft draft, ProgramVersion version, ProgramCalendar calendar, int pointDecimals, MemberFacts? member, Promotions? promotions = null)
    {
        var receipt = new ReceiptCalculation(draft, version, calendar, pointDecimals, member);
        if (promotions is not null)
        {
            receipt.Offers = OfferBook.Open(receipt, promotions);
        }

        if (member?.Partner is { } partner)
        {
            receipt.Explain(ReasonCodes.AtPartner, partner.Name);
        }

        for (var i = 0; i < Stages.Count; i++)
        {
            Stages[i].Apply(receipt);
        }

        return Sum(receipt);
    }

    private static ReceiptDecision Sum(ReceiptCalculation receipt)
    {
        var offers = receipt.Offers?.Close() ?? [];
        Money gross = default, discount = default, redeemed = default;
        Points redeemedPoints = default, accrued = default;
        var lines = new LineDecision[receipt.Lines.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var line = receipt.Lines[i];
            lines[i] = new LineDecision(line.Draft.Line, line.Discount, line.Redeemed, line.RedeemedPoints, line.Accrued);
            gross += line.Draft.Gross;
            discount += line.Discount;
            redeemed += line.Redeemed;
            redeemedPoints += line.RedeemedPoints;
            accrued += line.Accrued;
        }

        return new ReceiptDecision
        {
            Gross = gross,
            Discount = discount,
            Redeemed = redeemed,
            RedeemedPoints = redeemedPoints,
            Net = gross - discount - redeemed,
            Accrued = accrued,
            MaximumRedeemable = receipt.MaximumRedeemable,
            Lines = lines,
            Credits = receipt.Credits,
            Reasons = receipt.Reasons,
            Offers = offers,
        };
    }
}
