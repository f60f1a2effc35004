namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>What a ledger entry does. The kind says the direction; amounts are never negative.</summary>
public enum EntryKind
{
    /// <summary>Credit: points earned by a receipt.</summary>
    Accrual = 1,

    /// <summary>Credit: points brought along from an earlier system.</summary>
    OpeningBalance = 2,

    /// <summary>Credit: points that the staff granted by hand.</summary>
    CorrectionUp = 3,

    /// <summary>Debit: points spent.</summary>
    Redemption = 4,

    /// <summary>Credit to the lots it was spent from: points given back by a return. Lowers what was redeemed, issues nothing.</summary>
    Restore = 5,

    /// <summary>Debit: earned points taken back by a return.</summary>
    Reversal = 6,

    /// <summary>Debit: new points that repay what an earlier reversal could not take. Counts as reversed.</summary>
    DebtRepayment = 7,

    /// <summary>Debit: points whose time is over.</summary>
    Expiry = 8,

    /// <summary>Debit: points that the staff took by hand. Counts as reversed.</summary>
    CorrectionDown = 9,

    /// <summary>Debit: an accrual taken back because the import that brought it was undone. Lowers what was issued, on the accrual's own day.</summary>
    AccrualUndone = 10,

    /// <summary>Debit: an opening balance taken back with its import. Lowers what was issued.</summary>
    OpeningUndone = 11,

    /// <summary>Credit to the lots that it was taken from: an expiry undone before its lot is taken back. Lowers what expired.</summary>
    ExpiryUndone = 12,

    /// <summary>Credit to the lots that it was taken from: a reversal or repayment undone with its import. Lowers what was reversed.</summary>
    ReversalUndone = 13,

    /// <summary>Credit: points given for something other than a purchase: a friend brought, a questionnaire, joining.</summary>
    Reward = 14,
}
