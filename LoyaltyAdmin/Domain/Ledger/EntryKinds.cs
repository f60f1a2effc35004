namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>What is true of kinds of entries.</summary>
public static class EntryKinds
{
    /// <summary>Whether points come to the account; else they go.</summary>
    public static bool IsCredit(this EntryKind kind) =>
        kind is EntryKind.Accrual or EntryKind.OpeningBalance or EntryKind.CorrectionUp or EntryKind.Restore
            or EntryKind.ExpiryUndone or EntryKind.ReversalUndone or EntryKind.Reward;
}
