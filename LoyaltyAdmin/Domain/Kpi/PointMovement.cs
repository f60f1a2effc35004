using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>To which figures of points a kind of entry belongs (R1, R22).</summary>
public static class PointMovement
{
    /// <summary>What an entry adds to the points that members have: its amount, or less than nothing for a debit.</summary>
    public static long Outstanding(EntryKind kind, long points) => kind switch
    {
        EntryKind.Accrual or EntryKind.OpeningBalance or EntryKind.CorrectionUp or EntryKind.Restore
            or EntryKind.ExpiryUndone or EntryKind.ReversalUndone or EntryKind.Reward => points,
        EntryKind.Redemption or EntryKind.Reversal or EntryKind.DebtRepayment or EntryKind.Expiry or EntryKind.CorrectionDown
            or EntryKind.AccrualUndone or EntryKind.OpeningUndone => -points,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What it adds to the points issued; balances brought along are not issued here.</summary>
    public static long Issued(EntryKind kind, long points) => kind switch
    {
        EntryKind.Accrual or EntryKind.CorrectionUp or EntryKind.Reward => points,
        EntryKind.AccrualUndone => -points,
        _ => 0,
    };

    /// <summary>What it adds to the points redeemed; points given back lower it.</summary>
    public static long Redeemed(EntryKind kind, long points) => kind switch
    {
        EntryKind.Redemption => points,
        EntryKind.Restore => -points,
        _ => 0,
    };

    public static long Expired(EntryKind kind, long points) => kind switch
    {
        EntryKind.Expiry => points,
        EntryKind.ExpiryUndone => -points,
        _ => 0,
    };
}
