namespace LoyaltyAdmin.Domain.Partners;

/// <summary>The end of a statement, in hundredths.</summary>
/// <param name="Issued">For points issued there, less reversed ones: the partner pays.</param>
/// <param name="Redeemed">For points spent there, less restored ones: the shop pays.</param>
/// <param name="Fee">On turnover and fixed: the partner pays.</param>
/// <param name="Adjustments">Above zero the partner pays.</param>
public readonly record struct SettlementTotals(long Issued, long Redeemed, long Fee, long Adjustments)
{
    /// <summary>Above zero the partner pays the shop, below zero the shop the partner.</summary>
    public long Payable => Issued - Redeemed + Fee + Adjustments;

    public static SettlementTotals Of(IEnumerable<SettlementLine> lines, long fixedFee, long adjustments) => lines.Aggregate(
        new SettlementTotals(0, 0, fixedFee, adjustments),
        (sum, line) => sum with
        {
            Issued = sum.Issued + line.IssuedMoney.Minor - line.ReversedMoney.Minor,
            Redeemed = sum.Redeemed + line.RedeemedMoney.Minor - line.RestoredMoney.Minor,
            Fee = sum.Fee + line.FeeMinor,
        });
}
