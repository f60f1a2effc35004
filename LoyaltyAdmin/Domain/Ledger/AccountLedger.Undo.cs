using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>How what an import did is taken back: by entries of the opposite sense on the same business days, never by removing any (R1).</summary>
public sealed partial class AccountLedger
{
    /// <summary>Gives back what debits took from lots: an expiry, a reversal, a repayment of debt.</summary>
    /// <param name="kind"><see cref="EntryKind.ExpiryUndone"/> or <see cref="EntryKind.ReversalUndone"/>.</param>
    /// <param name="uses">The lots with what each gets back.</param>
    /// <param name="context">The business instant of the debit.</param>
    /// <param name="block">The block that the debit was booked to.</param>
    public void UndoDebit(EntryKind kind, IReadOnlyList<LotUse> uses, EntryContext context, BudgetBlock block)
    {
        var entry = Write(kind, uses.Aggregate(Points.Zero, (sum, use) => sum + use.Points), context, block);
        foreach (var (lot, points) in uses)
        {
            // The set of lots is ordered by what does not change here, so that the lot is found again.
            lot.Remaining += points;
            if (kind == EntryKind.ExpiryUndone)
            {
                lot.Expired -= points;
            }

            Touch(lot);
            allocations.Add(new LotAllocation { EntryId = entry.Id, LotId = lot.Id, Points = points });
        }
    }

    /// <summary>Takes a whole lot back as if it had never been given.</summary>
    /// <param name="kind"><see cref="EntryKind.AccrualUndone"/> or <see cref="EntryKind.OpeningUndone"/>.</param>
    /// <param name="lot">Untouched, or made whole by <see cref="UndoDebit"/> before.</param>
    /// <param name="context">The business instant of the credit.</param>
    /// <exception cref="InvalidOperationException">Something of the lot was used.</exception>
    public void UndoCredit(EntryKind kind, PointsLot lot, EntryContext context)
    {
        if (lot.Remaining != lot.Amount || !lot.Held.IsZero)
        {
            throw new InvalidOperationException($"Lot {lot.Id} was used: it cannot be taken back.");
        }

        Debit(kind, [(lot, lot.Amount)], context, lot.Block);
    }

    /// <summary>Notes a debt again that points of an undone import had repaid, or forgets one that an undone return had made.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More is to be forgotten than is owed.</exception>
    public void ChangeDebt(long parts) => Account.Debt = new Points(Account.Debt.Value + parts);
}
