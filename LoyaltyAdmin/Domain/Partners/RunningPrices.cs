namespace LoyaltyAdmin.Domain.Partners;

/// <summary>The money of single operations, one after another, so that they add up to the lines of their statement.</summary>
public sealed class RunningPrices(int pointDecimals)
{
    private readonly Dictionary<int, SettlementSums> before = [];

    /// <summary>Money of one operation in hundredths.</summary>
    public readonly record struct Priced(long Issued, long Reversed, long Redeemed, long Restored);

    /// <summary>Prices the next operation.</summary>
    public Priced Next(PartnerOperation operation, PartnerConditions terms)
    {
        var from = before.GetValueOrDefault(operation.TermsId);
        var to = from + new SettlementSums(
            1, operation.Issued.Value, operation.Reversed.Value, operation.Redeemed.Value, operation.Restored.Value, operation.Turnover.Minor, operation.Refund.Minor);
        before[operation.TermsId] = to;
        var issue = SettlementMath.Issue(terms);
        return new Priced(
            Between(from.Issued, to.Issued, issue),
            Between(from.Reversed, to.Reversed, issue),
            Between(from.Redeemed, to.Redeemed, terms.RedeemPrice),
            Between(from.Restored, to.Restored, terms.RedeemPrice));
    }

    private long Between(long from, long to, decimal price) =>
        SettlementMath.Price(to, price, pointDecimals) - SettlementMath.Price(from, price, pointDecimals);
}
