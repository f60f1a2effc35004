using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Rollups;

/// <summary>
/// Keeps the rollups and the purchase statistics of accounts up to date with one batch of postings: what the batch adds is
/// gathered in memory and written in the batch's own transaction. The accounts' versions guard what was read before it.
/// </summary>
public sealed class RollupBatch
{
    private const int MembersPerQuery = 500;
    private readonly Dictionary<long, MemberMonths> members;
    private readonly Dictionary<(DateOnly Day, string Store), DailySales> sales = [];
    private readonly Dictionary<(DateOnly Day, EntryKind Kind, BudgetBlock Block), long> points = [];
    private readonly Dictionary<(DateOnly Cohort, DateOnly Month), CohortMonth> cohorts = [];

    private RollupBatch(Dictionary<long, MemberMonths> members) => this.members = members;

    /// <summary>An account that the batch changes, and the earliest day of its sales in it (the last of all days if only goods come back).</summary>
    public readonly record struct Touch(Account Account, DateOnly EarliestSaleDay);

    /// <summary>
    /// Begins a batch, before its transaction. Reads the months of those members who get a sale in a month before that of
    /// their latest receipt; when sales come in the order of time it reads nothing.
    /// </summary>
    public static async Task<RollupBatch> BeginAsync(LoyaltyDbContext db, IReadOnlyCollection<Touch> touched, CancellationToken ct)
    {
        var backdated = touched
            .Where(t => t.EarliestSaleDay != DateOnly.MaxValue && MemberMonths.NeedsHistory(t.Account, t.EarliestSaleDay))
            .Select(t => t.Account)
            .ToList();
        var members = new Dictionary<long, MemberMonths>(touched.Count);
        foreach (var chunk in backdated.Chunk(MembersPerQuery))
        {
            var history = await HistoryAsync(db, [.. chunk.Select(a => a.MemberId)], ct);
            foreach (var account in chunk)
            {
                members[account.Id] = MemberMonths.Of(history[account.MemberId]);
            }
        }

        return new RollupBatch(members);
    }

    /// <summary>Counts a posted receipt of the shop, not of partners; the account is null for one without a member.</summary>
    public void Sale(Account? account, Receipt receipt)
    {
        if (receipt.PartnerId is not null)
        {
            return;
        }

        var day = SalesOf(receipt.Day, receipt.Store);
        day.Receipts++;
        day.Gross += receipt.Gross.Minor;
        day.Discount += receipt.Discount.Minor;
        day.Redeemed += receipt.Redeemed.Minor;
        day.Net += receipt.Net.Minor;
        foreach (var line in receipt.Lines)
        {
            day.Units += line.Quantity.Thousandths;
        }

        if (account is null)
        {
            return;
        }

        day.MemberReceipts++;
        day.MemberNet += receipt.Net.Minor;
        MonthsOf(account).Sale(account, Month.Of(receipt.Day), receipt.Net.Minor, Change);
        account.FirstReceiptOn = account.FirstReceiptOn is { } first && first < receipt.Day ? first : receipt.Day;
        account.LastReceiptOn = account.LastReceiptOn is { } last && last > receipt.Day ? last : receipt.Day;
        account.Receipts++;
        account.NetRevenueMinor += receipt.Net.Minor;
    }

    /// <summary>Counts goods that came back; the account is null where there is no member.</summary>
    public void Return(Account? account, Return goods)
    {
        if (goods.PartnerId is not null)
        {
            return;
        }

        var day = SalesOf(goods.Day, goods.Store);
        day.Refunds += goods.Refund.Minor;
        if (account is null)
        {
            return;
        }

        day.MemberRefunds += goods.Refund.Minor;
        MonthsOf(account).Refund(account, Month.Of(goods.Day), goods.Refund.Minor, Change);
        account.NetRevenueMinor -= goods.Refund.Minor;
    }

    /// <summary>Counts a movement of points.</summary>
    public void Entry(LedgerEntry entry)
    {
        var key = (entry.Day, entry.Kind, entry.Block);
        points[key] = points.GetValueOrDefault(key) + entry.Points.Value;
    }

    /// <summary>
    /// Adds what was gathered to the rollups, within the open transaction and in an order that is the same for everybody.
    /// Two batches that begin the same row at once make one fail with a unique violation: run it again.
    /// </summary>
    public async Task WriteAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        await RollupTable.Sales.AddAsync(db, sql, sales.Values
            .OrderBy(d => d.Day).ThenBy(d => d.Store, StringComparer.Ordinal)
            .Select(d => new object?[]
            {
                d.Day, d.Store, d.Receipts, d.MemberReceipts, d.Gross, d.Discount, d.Redeemed, d.Net, d.MemberNet, d.Refunds, d.MemberRefunds, d.Units,
            }), ct);
        await RollupTable.Points.AddAsync(db, sql, points
            .OrderBy(p => p.Key)
            .Select(p => new object?[] { p.Key.Day, (int)p.Key.Kind, (int)p.Key.Block, p.Value }), ct);
        await RollupTable.Cohorts.AddAsync(db, sql, cohorts.Values
            .Where(c => c.Active != 0 || c.Receipts != 0 || c.Revenue != 0)
            .OrderBy(c => c.Cohort).ThenBy(c => c.Month)
            .Select(c => new object?[] { c.Cohort, c.Month, c.Active, c.Receipts, c.Revenue }), ct);
    }

    private static async Task<ILookup<long, (DateOnly, MemberMonths.Share)>> HistoryAsync(LoyaltyDbContext db, long[] ids, CancellationToken ct)
    {
        var bought = await db.Receipts
            .Where(r => r.PartnerId == null && r.MemberId != null && ids.Contains(r.MemberId.Value))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month })
            .Select(g => new { g.Key.Member, g.Key.Year, g.Key.Month, Receipts = g.Count(), Revenue = g.Sum(r => r.Net.Minor) })
            .ToListAsync(ct);
        var returned = await db.Returns
            .Where(r => r.PartnerId == null && r.MemberId != null && ids.Contains(r.MemberId.Value))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month })
            .Select(g => new { g.Key.Member, g.Key.Year, g.Key.Month, Receipts = 0, Revenue = -g.Sum(r => r.Refund.Minor) })
            .ToListAsync(ct);
        return bought.Concat(returned).ToLookup(
            m => m.Member,
            m => (new DateOnly(m.Year, m.Month, 1), new MemberMonths.Share(m.Receipts, m.Revenue)));
    }

    private MemberMonths MonthsOf(Account account)
    {
        if (!members.TryGetValue(account.Id, out var months))
        {
            members[account.Id] = months = MemberMonths.Of(account);
        }

        return months;
    }

    private DailySales SalesOf(DateOnly day, string store)
    {
        if (!sales.TryGetValue((day, store), out var row))
        {
            sales[(day, store)] = row = new DailySales { Day = day, Store = store };
        }

        return row;
    }

    private void Change(DateOnly cohort, DateOnly month, int active, MemberMonths.Share share)
    {
        if (!cohorts.TryGetValue((cohort, month), out var row))
        {
            cohorts[(cohort, month)] = row = new CohortMonth { Cohort = cohort, Month = month };
        }

        row.Active += active;
        row.Receipts += share.Receipts;
        row.Revenue += share.Revenue;
    }
}
