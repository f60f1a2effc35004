using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>How returns move points (R4).</summary>
public sealed partial class AccountLedger
{
    /// <summary>
    /// Takes earned points back: what the receipt's own lots still hold (pending first), what of them expired meanwhile
    /// counts as given back, then from other lots, the latest expiry first, which is mildest for the member.
    /// </summary>
    /// <param name="points">How many to take back.</param>
    /// <param name="receiptId">The receipt that earned them.</param>
    /// <param name="forgivenBefore">What earlier returns of the receipt counted as given back.</param>
    /// <param name="context">The return.</param>
    public LedgerReversal Reverse(Points points, long receiptId, Points forgivenBefore, EntryContext context)
    {
        return Reverse(points, l => l.ReceiptId == receiptId, ExpiredOf(receiptId) - forgivenBefore, context);
    }

    /// <summary>
    /// Takes a reward back as a return would: what its lot still holds, what of it expired counts as given back, then from
    /// other lots, the latest expiry first.
    /// </summary>
    /// <param name="reward">The lot of the reward.</param>
    /// <param name="context">When and why.</param>
    public LedgerReversal TakeBack(PointsLot reward, EntryContext context)
    {
        var reversal = Reverse(reward.Amount, l => l.Id == reward.Id, reward.Expired, context);
        if (reversal.Taken.IsZero)
        {
            // Nothing is left to take: the entry says all the same that it was taken back.
            Write(EntryKind.Reversal, Points.Zero, context, BudgetBlock.Main);
        }

        return reversal;
    }

    private LedgerReversal Reverse(Points points, Func<PointsLot, bool> isOwn, Points forgivable, EntryContext context)
    {
        if (points.IsZero)
        {
            return default;
        }

        var uses = new List<(PointsLot Lot, Points Points)>();
        var left = points;
        foreach (var lot in lots.Where(isOwn).OrderByDescending(l => l.ActivatesAt > now))
        {
            left -= Use(uses, lot, left);
        }

        var forgiven = Points.Min(left, forgivable);
        left -= forgiven;
        foreach (var lot in lots.Reverse().Where(l => !isOwn(l)))
        {
            left -= Use(uses, lot, left);
        }

        var taken = uses.Count == 0 ? Points.Zero : Debit(EntryKind.Reversal, uses, context, BudgetBlock.Main);
        return new LedgerReversal(taken, forgiven, left);
    }

    /// <summary>Notes points that a return could not take: the next accruals repay them.</summary>
    public void Owe(Points points) => Account.Debt += points;

    /// <summary>
    /// Gives spent points back to the lots they came from, the latest expiry first. Where a lot has expired meanwhile the
    /// policy says how long what comes back lives.
    /// </summary>
    /// <param name="points">How many to give back.</param>
    /// <param name="receiptId">The receipt that spent them.</param>
    /// <param name="policy">What becomes of points whose lot has expired.</param>
    /// <param name="until">The instant at which expiry is judged.</param>
    /// <param name="newExpiry">The expiry that the policy gives to expired lots.</param>
    /// <param name="context">The return.</param>
    /// <param name="calendar">For the business day of an expiry.</param>
    /// <exception cref="InvalidOperationException">More than was spent from these lots.</exception>
    public void Restore(
        Points points,
        long receiptId,
        RestoreExpiredPolicy policy,
        DateTime until,
        DateTime newExpiry,
        EntryContext context,
        ProgramCalendar calendar)
    {
        if (points.IsZero)
        {
            return;
        }

        var entry = Write(EntryKind.Restore, points, context, BudgetBlock.Main);
        var left = points;
        foreach (var origin in OriginsOf(receiptId))
        {
            var back = Points.Min(origin.Points, left);
            if (back.IsZero)
            {
                continue;
            }

            left -= back;
            allocations.Add(new LotAllocation { EntryId = entry.Id, LotId = origin.Lot.Id, Points = back });
            spendings.Add(new LotSpending(receiptId, origin.Lot.Id, back, IsRestored: true));
            origin.Lot.Remaining += back;
            if (origin.Lot.ExpiresAt <= until && policy != RestoreExpiredPolicy.OriginalExpiry)
            {
                MoveExpiry(origin.Lot, newExpiry);
            }
            else
            {
                Touch(origin.Lot);
            }
        }

        if (!left.IsZero)
        {
            throw new InvalidOperationException($"{left.Value} points more than were spent are to be restored on account {Account.Id}.");
        }

        Expire(until, calendar);
    }

    /// <summary>What a receipt has spent and did not get back yet.</summary>
    public Points SpentOn(long receiptId) =>
        new(spendings.Where(s => s.ReceiptId == receiptId).Sum(s => s.IsRestored ? -s.Points.Value : s.Points.Value));

    private Points ExpiredOf(long receiptId) =>
        known.Values.Where(l => l.ReceiptId == receiptId).Aggregate(Points.Zero, (sum, lot) => sum + lot.Expired);

    /// <summary>The lots that a receipt spent from with what is still to be given back to each, the latest expiry first.</summary>
    public IReadOnlyList<LotUse> OriginsOf(long receiptId) =>
    [
        .. spendings.Where(s => s.ReceiptId == receiptId)
            .GroupBy(s => s.LotId)
            .Select(g => new LotUse(known[g.Key], new Points(g.Sum(s => s.IsRestored ? -s.Points.Value : s.Points.Value))))
            .OrderByDescending(o => o.Lot, SpendingOrder.Instance),
    ];

    private static Points Use(List<(PointsLot Lot, Points Points)> uses, PointsLot lot, Points wanted)
    {
        var used = Points.Min(lot.Remaining - lot.Held, wanted);
        if (!used.IsZero)
        {
            uses.Add((lot, used));
        }

        return used;
    }
}
