using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What an import did on one account.</summary>
internal sealed class MineOf
{
    private readonly AccountLedger ledger;
    private readonly UndoneRows rows;
    private readonly List<PointsLot> earned;
    private readonly Dictionary<long, PointsLot> lots;
    private readonly HashSet<long> returned;
    private readonly List<UndoneRows.Movement> movements;
    private readonly long debt;

    public MineOf(UndoneRows rows, AccountLedger ledger)
    {
        (this.rows, this.ledger) = (rows, ledger);
        var member = ledger.Account.MemberId;
        var sales = rows.Sales.Where(r => r.MemberId == member).Select(r => (long?)r.Id).ToHashSet();
        var returns = rows.Returns.Where(r => r.MemberId == member).ToList();
        lots = ledger.Lots.ToDictionary(l => l.Id);
        earned = [.. ledger.Lots.Where(l => sales.Contains(l.ReceiptId)).OrderBy(l => l.Id)];
        returned = [.. returns.Select(r => r.Id)];
        var own = earned.Select(l => l.Id).ToHashSet();
        movements = [.. rows.Movements.Where(m => m.AccountId == ledger.Account.Id && (own.Contains(m.LotId) || IsOwnReturn(m)))];
        debt = movements.Where(m => m.Kind == EntryKind.DebtRepayment).Sum(m => m.Points.Value) - returns.Sum(r => r.Debt.Value);
        IsBuiltOn = earned.Exists(l => !l.Held.IsZero)
            || movements.Exists(m => m.Kind is not (EntryKind.Expiry or EntryKind.DebtRepayment) && !IsOwnReturn(m))
            || returns.Exists(r => !r.Restored.IsZero)
            || ledger.Account.Debt.Value + debt < 0;
    }

    /// <summary>Whether somebody has used what the import brought, so that it cannot be taken back.</summary>
    public bool IsBuiltOn { get; }

    /// <summary>Takes it back, the latest first.</summary>
    public void Undo(ImportRun run)
    {
        foreach (var taken in movements.GroupBy(m => m.EntryId).OrderByDescending(g => g.Key))
        {
            var first = taken.First();
            var kind = first.Kind == EntryKind.Expiry ? EntryKind.ExpiryUndone : EntryKind.ReversalUndone;
            ledger.UndoDebit(kind, [.. taken.Select(m => new LotUse(lots[m.LotId], m.Points))], UndoContext.Of(run, first.At, first.Day), first.Block);
        }

        foreach (var lot in earned)
        {
            var accrual = rows.Accruals[lot.EntryId];
            ledger.UndoCredit(EntryKind.AccrualUndone, lot, UndoContext.Of(run, accrual.At, accrual.Day) with { ReceiptId = lot.ReceiptId });
        }

        ledger.ChangeDebt(debt);
    }

    private bool IsOwnReturn(UndoneRows.Movement movement) =>
        movement.Kind == EntryKind.Reversal && movement.ReturnId is { } id && returned.Contains(id);
}
