using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>The movements that every operation is made of: a credit makes a lot, a debit takes from lots, each leaves an entry.</summary>
public sealed partial class AccountLedger
{
    private void Credit(EntryKind kind, CreditDecision credit, EntryContext context)
    {
        var entry = Write(kind, credit.Points, context, credit.Block);
        var lot = new PointsLot
        {
            Id = numbers.Lot(),
            AccountId = Account.Id,
            EntryId = entry.Id,
            Amount = credit.Points,
            Remaining = credit.Points,
            Block = credit.Block,
            RuleKey = credit.RuleKey,
            RuleVersion = credit.RuleVersion,
            ReceiptId = context.ReceiptId,
            Partner = credit.Partner,
            EarnedAt = context.At,
            ActivatesAt = credit.ActivatesAt,
            ExpiresAt = credit.ExpiresAt,
            FollowsActivity = credit.FollowsActivity,
            CountedActive = credit.ActivatesAt <= now,
        };
        newLots.Add(lot);
        known.Add(lot.Id, lot);
        lots.Add(lot);

        var repaid = Points.Min(Account.Debt, lot.Remaining);
        if (!repaid.IsZero)
        {
            Account.Debt -= repaid;
            Debit(EntryKind.DebtRepayment, [(lot, repaid)], context with { OperationId = null }, lot.Block);
        }
    }

    private void Spend(EntryKind kind, Points points, EntryContext context)
    {
        if (points.IsZero)
        {
            return;
        }

        var uses = new List<(PointsLot Lot, Points Points)>();
        var left = points;
        foreach (var lot in lots)
        {
            var taken = Points.Min(lot.SpendableAt(now), left);
            if (!taken.IsZero)
            {
                uses.Add((lot, taken));
                left -= taken;
            }

            if (left.IsZero)
            {
                Debit(kind, uses, context, BudgetBlock.Main);
                return;
            }
        }

        throw new InvalidOperationException($"Account {Account.Id} has {left.Value} points fewer than are to be spent.");
    }

    /// <summary>The last usable day is the business day of an expiry: its points count as burnt when that day ends (R6).</summary>
    private static EntryContext ExpiryContext(DateTime expiresAt, ProgramCalendar calendar) =>
        new() { At = expiresAt, Day = calendar.DayOf(expiresAt.AddMilliseconds(-1)) };

    private Points Debit(EntryKind kind, List<(PointsLot Lot, Points Points)> uses, EntryContext context, BudgetBlock block)
    {
        var total = uses.Aggregate(Points.Zero, (sum, use) => sum + use.Points);
        var entry = Write(kind, total, context, block);
        foreach (var (lot, points) in uses)
        {
            lot.Remaining -= points;
            Touch(lot);
            allocations.Add(new LotAllocation { EntryId = entry.Id, LotId = lot.Id, Points = points });
            if (kind == EntryKind.Redemption && context.ReceiptId is { } receiptId)
            {
                spendings.Add(new LotSpending(receiptId, lot.Id, points, IsRestored: false));
            }
        }

        return total;
    }

    private LedgerEntry Write(EntryKind kind, Points points, EntryContext context, BudgetBlock block)
    {
        var entry = new LedgerEntry
        {
            Id = numbers.Entry(),
            AccountId = Account.Id,
            Kind = kind,
            Points = points,
            Block = block,
            At = context.At,
            Day = context.Day,
            RecordedAt = now,
            ReceiptId = context.ReceiptId,
            ReturnId = context.ReturnId,
            Author = context.Author,
            Reason = context.Reason,
            OperationId = context.OperationId,
        };
        entries.Add(entry);
        return entry;
    }

    private void Touch(PointsLot lot)
    {
        changed.Add(lot);
        if (lot.Remaining.IsZero)
        {
            lots.Remove(lot);
        }
        else
        {
            lots.Add(lot);
        }
    }

    private void MoveExpiry(PointsLot lot, DateTime expiresAt)
    {
        lots.Remove(lot);
        lot.ExpiresAt = expiresAt;
        Touch(lot);
    }
}
