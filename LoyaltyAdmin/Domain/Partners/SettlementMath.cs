using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Partners;

/// <summary>Operations added up: points in smallest parts, money in hundredths.</summary>
public readonly record struct SettlementSums(int Operations, long Issued, long Reversed, long Redeemed, long Restored, long Turnover, long Refund)
{
    public static SettlementSums operator +(SettlementSums a, SettlementSums b) => new(
        a.Operations + b.Operations, a.Issued + b.Issued, a.Reversed + b.Reversed, a.Redeemed + b.Redeemed, a.Restored + b.Restored, a.Turnover + b.Turnover, a.Refund + b.Refund);
}

/// <summary>
/// What points cost between two companies: points × price (× billing percent for issued ones), each sum under one set of
/// terms rounded half up once. Single operations take the difference of running sums, so they add up to the sum exactly.
/// </summary>
public static class SettlementMath
{
    /// <summary>The line of a statement for operations under one set of terms.</summary>
    public static SettlementLine Line(int settlementId, int termsId, SettlementSums sums, PartnerConditions terms, int pointDecimals) => new()
    {
        SettlementId = settlementId,
        TermsId = termsId,
        Operations = sums.Operations,
        Issued = new Points(sums.Issued),
        Reversed = new Points(sums.Reversed),
        Redeemed = new Points(sums.Redeemed),
        Restored = new Points(sums.Restored),
        Turnover = new Money(sums.Turnover),
        Refund = new Money(sums.Refund),
        IssuedMoney = new Money(Price(sums.Issued, Issue(terms), pointDecimals)),
        ReversedMoney = new Money(Price(sums.Reversed, Issue(terms), pointDecimals)),
        RedeemedMoney = new Money(Price(sums.Redeemed, terms.RedeemPrice, pointDecimals)),
        RestoredMoney = new Money(Price(sums.Restored, terms.RedeemPrice, pointDecimals)),
        FeeMinor = Rounding.ToWhole((sums.Turnover - sums.Refund) * terms.FeePercent / 100m, RoundingMode.HalfUp),
    };

    /// <summary>What the partner pays for an issued point, in units of currency.</summary>
    public static decimal Issue(PartnerConditions terms) => terms.IssuePrice * terms.BillingPercent / 100m;

    /// <summary>What so many parts of points cost, in hundredths.</summary>
    public static long Price(long parts, decimal price, int pointDecimals) =>
        Rounding.ToWhole(PointsScale.ToPoints(new Points(parts), pointDecimals) * price * 100m, RoundingMode.HalfUp);
}
