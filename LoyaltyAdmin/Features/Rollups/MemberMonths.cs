using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>
/// What a batch knows of one member's months: enough to tell whether a sale makes a month active, and to move the member
/// to an earlier cohort. As long as sales come in the order of time, the account's own latest receipt is enough.
/// </summary>
internal sealed class MemberMonths
{
    private readonly Dictionary<DateOnly, Share> known = [];
    private readonly DateOnly? knownUntil;

    private MemberMonths(DateOnly? knownUntil) => this.knownUntil = knownUntil;

    /// <summary>One month of one member: receipts, and net revenue in hundredths.</summary>
    internal readonly record struct Share(int Receipts, long Revenue)
    {
        public int Active => Receipts > 0 ? 1 : 0;

        public static Share operator +(Share a, Share b) => new(a.Receipts + b.Receipts, a.Revenue + b.Revenue);
    }

    /// <summary>A member whose months before the latest receipt do not matter, or who has none.</summary>
    public static MemberMonths Of(Account account) => new(HasHistory(account) ? Month.Of(account.LastReceiptOn ?? DateOnly.MaxValue) : null);

    /// <summary>A member all of whose months are given.</summary>
    public static MemberMonths Of(IEnumerable<(DateOnly Month, Share Share)> history)
    {
        var months = new MemberMonths(null);
        foreach (var (month, share) in history)
        {
            months.Add(month, share);
        }

        return months;
    }

    /// <summary>Whether a sale of this day needs all months of the member, because it is before what is known of them.</summary>
    public static bool NeedsHistory(Account account, DateOnly saleDay) => HasHistory(account)
        && (account.LastReceiptOn is not { } last || Month.Of(saleDay) < Month.Of(last));

    /// <summary>Counts a sale and tells the rollup of cohorts what changes.</summary>
    /// <exception cref="InvalidOperationException">The sale is earlier than the batch was told of.</exception>
    public void Sale(Account account, DateOnly month, long net, Action<DateOnly, DateOnly, int, Share> change)
    {
        if (month < knownUntil)
        {
            throw new InvalidOperationException($"Account {account.Id} has a sale in a month before {knownUntil:O}, of which the batch was not told.");
        }

        var cohort = account.FirstReceiptOn is { } first ? Month.Of(first) : (DateOnly?)null;
        if (cohort is null || month < cohort)
        {
            foreach (var (of, share) in known)
            {
                if (cohort is { } former)
                {
                    change(former, of, -share.Active, new Share(-share.Receipts, -share.Revenue));
                }

                change(month, of, share.Active, share);
            }

            cohort = month;
        }

        var becomesActive = month != knownUntil && known.GetValueOrDefault(month).Receipts == 0;
        var sale = new Share(1, net);
        change(cohort.Value, month, becomesActive ? 1 : 0, sale);
        Add(month, sale);
    }

    /// <summary>Counts a refund; one to a member without any receipt waits for the first.</summary>
    public void Refund(Account account, DateOnly month, long refund, Action<DateOnly, DateOnly, int, Share> change)
    {
        var share = new Share(0, -refund);
        if (account.FirstReceiptOn is { } first)
        {
            change(Month.Of(first), month, 0, share);
        }

        Add(month, share);
    }

    private static bool HasHistory(Account account) => account.FirstReceiptOn is not null || account.NetRevenueMinor != 0;

    private void Add(DateOnly month, Share share) => known[month] = known.GetValueOrDefault(month) + share;
}
