namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>The ledger added up, in smallest parts of a point (R1).</summary>
/// <param name="Issued">Accruals, opening balances, rewards and corrections upward.</param>
/// <param name="Remaining">What lots still hold.</param>
/// <param name="Redeemed">Spent less restored.</param>
/// <param name="Expired">Past their time.</param>
/// <param name="Reversed">Taken from lots by returns, with rewards taken back, by repayment of debt and by corrections downward.</param>
public readonly record struct LedgerTotals(long Issued, long Remaining, long Redeemed, long Expired, long Reversed)
{
    /// <summary>The invariant: issued = remaining + redeemed + expired + reversed.</summary>
    public bool Balanced => Issued == Remaining + Redeemed + Expired + Reversed;
}
