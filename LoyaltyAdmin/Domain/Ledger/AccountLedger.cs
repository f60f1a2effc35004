using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>
/// One account at work: the lots that still hold points, and every rule by which points move between them (R1, R4). Pure:
/// operations change the lots in memory and collect the entries, lots and allocations that the caller writes in one
/// transaction, guarded by the account's version.
/// </summary>
public sealed partial class AccountLedger
{
    private readonly LedgerNumbers numbers;
    private readonly DateTime now;
    private readonly SortedSet<PointsLot> lots;
    private readonly HashSet<PointsLot> changed = [];
    private readonly List<LedgerEntry> entries = [];
    private readonly List<PointsLot> newLots = [];
    private readonly List<LotAllocation> allocations = [];
    private readonly Dictionary<long, PointsLot> known;
    private readonly List<LotSpending> spendings;

    /// <summary>Takes the account with its lots.</summary>
    /// <param name="account">The account as read.</param>
    /// <param name="lots">Every lot with something remaining; of receipts to be returned the empty lots too.</param>
    /// <param name="spendings">What receipts to be returned have spent and got back before.</param>
    /// <param name="now">The instant of processing.</param>
    /// <param name="numbers">Numbers for what is new.</param>
    public AccountLedger(
        Account account, IEnumerable<PointsLot> lots, IEnumerable<LotSpending> spendings, DateTime now, LedgerNumbers numbers)
    {
        Account = account;
        this.now = now;
        this.numbers = numbers;
        this.spendings = [.. spendings];
        known = lots.ToDictionary(l => l.Id);
        this.lots = new SortedSet<PointsLot>(known.Values.Where(l => !l.Remaining.IsZero), SpendingOrder.Instance);
        ReadVersion = account.Version;
    }

    public Account Account { get; }

    /// <summary>The version that was read: the write names it.</summary>
    public int ReadVersion { get; }

    public IReadOnlyList<LedgerEntry> NewEntries => entries;

    public IReadOnlyList<PointsLot> NewLots => newLots;

    /// <summary>Every lot that was read or made, the empty ones too.</summary>
    public IReadOnlyCollection<PointsLot> Lots => known.Values;

    public IReadOnlyList<LotAllocation> NewAllocations => allocations;

    /// <summary>Lots that were there before and are not what they were.</summary>
    public IEnumerable<PointsLot> ChangedLots => changed.Except(newLots);

    /// <summary>What receipts have spent and got back, as read and as moved since.</summary>
    public IReadOnlyList<LotSpending> Spendings => spendings;

    /// <summary>What can be spent at the instant of processing.</summary>
    public Points Available
    {
        get
        {
            var sum = Points.Zero;
            foreach (var lot in lots)
            {
                sum += lot.SpendableAt(now);
            }

            return sum;
        }
    }

    /// <summary>The lots that can be spent at the instant of processing, in the order of spending, with what can be spent of each.</summary>
    public IEnumerable<LotUse> Spendable => lots.Select(lot => new LotUse(lot, lot.SpendableAt(now))).Where(use => !use.Points.IsZero);

    /// <summary>What is earned and cannot be spent yet.</summary>
    public Points Pending
    {
        get
        {
            var sum = Points.Zero;
            foreach (var lot in lots)
            {
                if (lot.ActivatesAt > now)
                {
                    sum += lot.Remaining;
                }
            }

            return sum;
        }
    }

    /// <summary>A lot of the account that was read or made; null for none of them.</summary>
    public PointsLot? Find(long lotId) => known.GetValueOrDefault(lotId);

    /// <summary>Writes a lot that a receipt earned; a debt is repaid from it at once.</summary>
    public void Accrue(CreditDecision credit, EntryContext context) => Credit(EntryKind.Accrual, credit, context);

    /// <summary>Writes a lot that the staff granted, an earlier system left or something other than a purchase brought; a debt is repaid from it at once.</summary>
    /// <exception cref="ArgumentException">Not a kind of credit that makes a lot.</exception>
    public void Grant(EntryKind kind, CreditDecision credit, EntryContext context)
    {
        if (kind is not (EntryKind.OpeningBalance or EntryKind.CorrectionUp or EntryKind.Reward))
        {
            throw new ArgumentException($"{kind} makes no lot.", nameof(kind));
        }

        Credit(kind, credit, context);
    }

    /// <summary>Spends points: lots that expire first go first.</summary>
    /// <exception cref="InvalidOperationException">There are fewer available: the caller asks <see cref="Available"/> first.</exception>
    public void Redeem(Points points, EntryContext context) => Spend(EntryKind.Redemption, points, context);

    /// <summary>Takes available points by hand, in the order of spending.</summary>
    /// <exception cref="InvalidOperationException">There are fewer available.</exception>
    public void Withdraw(Points points, EntryContext context) => Spend(EntryKind.CorrectionDown, points, context);

    /// <summary>Expires what is past its time at an instant and not in hold, one entry for each instant and block.</summary>
    /// <returns>What expired.</returns>
    public Points Expire(DateTime until, ProgramCalendar calendar)
    {
        // The order of spending is by expiry, so what is due stands first.
        var due = lots.TakeWhile(l => l.ExpiresAt <= until).Where(l => l.Remaining > l.Held).ToList();
        var total = Points.Zero;
        foreach (var group in due.GroupBy(l => (l.ExpiresAt, l.Block)))
        {
            var uses = group.Select(l => (Lot: l, Points: l.Remaining - l.Held)).ToList();
            foreach (var (lot, points) in uses)
            {
                lot.Expired += points;
            }

            total += Debit(EntryKind.Expiry, uses, ExpiryContext(group.Key.ExpiresAt, calendar), group.Key.Block);
        }

        return total;
    }

    /// <summary>Moves the expiry of all lots that live from the last purchase on; never to an earlier instant.</summary>
    public void FollowActivity(DateTime expiresAt)
    {
        foreach (var lot in lots.Where(l => l.FollowsActivity && l.ExpiresAt < expiresAt).ToList())
        {
            MoveExpiry(lot, expiresAt);
        }
    }

    /// <summary>Makes the points of a receipt spendable that waited for an event (R5).</summary>
    /// <param name="receiptId">The receipt that earned them.</param>
    /// <param name="at">The instant of the event.</param>
    /// <param name="expiry">The expiry of a lot that activates now.</param>
    /// <returns>How many became spendable.</returns>
    public Points Activate(long receiptId, DateTime at, Func<PointsLot, DateTime> expiry)
    {
        var activated = Points.Zero;
        foreach (var lot in lots.Where(l => l.ReceiptId == receiptId && l.ActivatesAt > at).ToList())
        {
            lot.ActivatesAt = at;
            activated += lot.Remaining;
            MoveExpiry(lot, expiry(lot));
        }

        return activated;
    }

    /// <summary>Writes the account's projected figures from its lots; call once after the last operation.</summary>
    public void Project()
    {
        foreach (var lot in lots)
        {
            if (lot.CountedActive != lot.ActivatesAt <= now)
            {
                lot.CountedActive = lot.ActivatesAt <= now;
                changed.Add(lot);
            }
        }

        Account.Available = Available;
        Account.Pending = Pending;
        Account.Held = lots.Aggregate(Points.Zero, (sum, lot) => sum + lot.Held);
        Account.Version = ReadVersion + 1;
    }
}
