using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>
/// Accounts whose points are spent as one, such as a household's: the lots of all of them in the one order of spending (R1).
/// What is taken is booked on the account whose lots pay, so that each account balances by itself and whoever leaves takes
/// along what is left of the own points.
/// </summary>
public sealed class PointsPool(IReadOnlyList<AccountLedger> accounts)
{
    public PointsPool(AccountLedger account)
        : this([account])
    {
    }

    /// <summary>The accounts, that of the buyer first.</summary>
    public IReadOnlyList<AccountLedger> Accounts => accounts;

    /// <summary>What can be spent of all accounts. Debts stay with the accounts that owe them and lower nothing here.</summary>
    public Points Available => accounts.Aggregate(Points.Zero, (sum, account) => sum + account.Available);

    /// <summary>Spends points: what expires first goes first, on whichever account it lies.</summary>
    /// <exception cref="InvalidOperationException">There are fewer available.</exception>
    public void Redeem(Points points, EntryContext context)
    {
        foreach (var (account, part) in SharesOf(points))
        {
            account.Redeem(part, context);
        }
    }

    /// <summary>Sets points aside in the order of spending.</summary>
    /// <exception cref="InvalidOperationException">There are fewer available.</exception>
    public IReadOnlyList<LotUse> SetAside(Points points) => [.. SharesOf(points).SelectMany(share => share.Account.SetAside(share.Part))];

    /// <summary>What a hold has set aside, in the order of spending.</summary>
    /// <exception cref="KeyNotFoundException">A lot of the hold is on none of the accounts.</exception>
    public IReadOnlyList<LotUse> SetAsideBy(Hold hold) =>
    [
        .. hold.Lots
            .Select(l => new LotUse(accounts.Select(a => a.Find(l.LotId)).FirstOrDefault(lot => lot is not null) ?? throw new KeyNotFoundException($"Lot {l.LotId} was not read."), l.Points))
            .OrderBy(use => use.Lot, SpendingOrder.Instance),
    ];

    /// <summary>Frees what a hold has set aside.</summary>
    public void Release(IEnumerable<LotUse> held)
    {
        foreach (var group in held.ToLookup(use => AccountOf(use.Lot)))
        {
            group.Key.Release(group);
        }
    }

    /// <summary>Spends what a hold has set aside, up to a number of points and in the order given, and frees the rest.</summary>
    /// <exception cref="InvalidOperationException">Fewer are set aside.</exception>
    public void RedeemHeld(IReadOnlyList<LotUse> held, Points points, EntryContext context)
    {
        var left = points;
        foreach (var group in held.Select(use => (Use: use, Part: Take(ref left, use.Points))).ToList().GroupBy(h => AccountOf(h.Use.Lot)))
        {
            group.Key.RedeemHeld([.. group.Select(h => h.Use)], group.Aggregate(Points.Zero, (sum, h) => sum + h.Part), context);
        }

        Nothing(left);
    }

    /// <summary>Gives spent points back to the lots they came from, the latest expiry first, wherever they lie.</summary>
    /// <param name="points">How many to give back.</param>
    /// <param name="receiptId">The receipt that spent them.</param>
    /// <param name="policy">What becomes of points whose lot has expired.</param>
    /// <param name="until">The instant at which expiry is judged.</param>
    /// <param name="newExpiry">The expiry that the policy gives to expired lots of an account.</param>
    /// <param name="context">The return.</param>
    /// <param name="calendar">For the business day of an expiry.</param>
    /// <exception cref="InvalidOperationException">More than was spent from these accounts.</exception>
    public void Restore(
        Points points,
        long receiptId,
        RestoreExpiredPolicy policy,
        DateTime until,
        Func<AccountLedger, DateTime> newExpiry,
        EntryContext context,
        ProgramCalendar calendar)
    {
        var left = points;
        var origins = accounts.SelectMany(account => account.OriginsOf(receiptId).Select(origin => (Account: account, Origin: origin)))
            .OrderByDescending(o => o.Origin.Lot, SpendingOrder.Instance).ToList();
        foreach (var group in origins.Select(o => (o.Account, Part: Take(ref left, o.Origin.Points))).ToList().GroupBy(o => o.Account))
        {
            var part = group.Aggregate(Points.Zero, (sum, o) => sum + o.Part);
            group.Key.Restore(part, receiptId, policy, until, newExpiry(group.Key), context, calendar);
        }

        Nothing(left);
    }

    /// <summary>How much each account pays of a number of points.</summary>
    private IEnumerable<(AccountLedger Account, Points Part)> SharesOf(Points points)
    {
        if (accounts.Count == 1)
        {
            return [(accounts[0], points)];
        }

        var left = points;
        var lots = accounts.SelectMany(account => account.Spendable.Select(use => (Account: account, Use: use))).OrderBy(l => l.Use.Lot, SpendingOrder.Instance).ToList();
        var taken = lots.Select(l => (l.Account, Part: Take(ref left, l.Use.Points))).TakeWhile(l => !l.Part.IsZero).ToList();
        Nothing(left);
        return taken.GroupBy(t => t.Account).Select(g => (g.Key, g.Aggregate(Points.Zero, (sum, t) => sum + t.Part)));
    }

    private AccountLedger AccountOf(PointsLot lot) => accounts.First(account => account.Account.Id == lot.AccountId);

    private static Points Take(ref Points left, Points most)
    {
        var taken = Points.Min(left, most);
        left -= taken;
        return taken;
    }

    private static void Nothing(Points left)
    {
        if (!left.IsZero)
        {
            throw new InvalidOperationException($"The accounts have {left.Value} points fewer than are to be moved.");
        }
    }
}
