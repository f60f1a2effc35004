using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Undoes an import's receipts of some accounts. Points go by entries of the opposite sense on the days of the first ones, so
/// that no period counts them; only an account that the import itself opened and nobody else touched goes as a whole.
/// </summary>
internal sealed class UndoReceiptsBatch(ImportRun run, UndoneRows rows)
{
    private const string GiveBackLine =
        """
        UPDATE "ReceiptLines" SET "ReturnedQuantity" = "ReturnedQuantity" - @p0, "Refunded" = "Refunded" - @p1, "Reversed" = "Reversed" - @p2
        WHERE "ReceiptId" = @p3 AND "Line" = @p4
        """;

    private readonly HashSet<long> spared = [];
    private readonly List<long> leavingAccounts = [];
    private readonly List<object?[]> cohorts = [];
    private List<Receipt> sales = [];
    private List<Return> returns = [];

    /// <summary>How many receipts and returns go.</summary>
    public int Gone => sales.Count + returns.Count;

    /// <summary>Moves the points and the statistics of the accounts; passes over those that were built on meanwhile.</summary>
    public void Decide(IReadOnlyDictionary<long, AccountLedger> ledgers)
    {
        foreach (var ledger in ledgers.Values)
        {
            var member = ledger.Account.MemberId;
            var mine = new MineOf(rows, ledger);
            if (mine.IsBuiltOn)
            {
                spared.Add(member);
                continue;
            }

            if (rows.Leaving.Contains(member))
            {
                leavingAccounts.Add(ledger.Account.Id);
            }
            else
            {
                mine.Undo(run);
            }

            Forget(ledger.Account);
        }

        sales = [.. rows.Sales.Where(r => r.MemberId is null || !spared.Contains(r.MemberId.Value))];
        returns = [.. rows.Returns.Where(r => r.MemberId is null || !spared.Contains(r.MemberId.Value))];
    }

    /// <summary>Removes the rows and lowers the rollups, within the open transaction.</summary>
    public async Task WriteAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        await sql.InsertAsync(db, [.. sales.Select(Tombstone), .. returns.Select(Tombstone)], ct);
        await GiveBackAsync(db, sql, ct);
        await ForgetTiers.OfReceiptsAsync(db, sales.Select(r => r.Id), ct);
        await SubscriptionSavings.ForgetAsync(db, sql, sales.Select(r => r.Id), ct);
        foreach (var ids in returns.Select(r => r.Id).Chunk(1000))
        {
            await db.ReturnLines.Where(l => EF.Parameter(ids).Contains(l.ReturnId)).ExecuteDeleteAsync(ct);
            await db.Returns.Where(r => EF.Parameter(ids).Contains(r.Id)).ExecuteDeleteAsync(ct);
        }

        foreach (var ids in sales.Select(r => r.Id).Chunk(1000))
        {
            await ForgetOffers.OfReceiptsAsync(db, sql, ids, ct);
            await db.ReceiptLines.Where(l => EF.Parameter(ids).Contains(l.ReceiptId)).ExecuteDeleteAsync(ct);
            await db.Receipts.Where(r => EF.Parameter(ids).Contains(r.Id)).ExecuteDeleteAsync(ct);
        }

        await RollupTable.Sales.AddAsync(db, sql, Sold(), ct);
        await RollupTable.Cohorts.AddAsync(db, sql, cohorts, ct);
        await RemoveAccountsAsync(db, sql, ct);
    }

    /// <summary>The account as if the import had never been; what that changes in the cohorts is gathered.</summary>
    private void Forget(Account account)
    {
        var months = rows.Months[account.MemberId].ToList();
        var others = months.Where(m => !m.IsUndone).ToList();
        Count(months, -1);
        Count(others, 1);
        account.Receipts = others.Sum(m => m.Receipts);
        account.NetRevenueMinor = others.Sum(m => m.Revenue);
        account.FirstReceiptOn = others.Min(m => m.First);
        account.LastReceiptOn = others.Max(m => m.Last);
    }

    /// <summary>A member's months in the cohort of the first of them; without a receipt there is no cohort.</summary>
    private void Count(List<UndoneRows.MonthOfMember> months, int sign)
    {
        if (months.Min(m => m.First) is not { } first)
        {
            return;
        }

        foreach (var month in months.GroupBy(m => m.Month))
        {
            var receipts = month.Sum(m => m.Receipts);
            cohorts.Add([Month.Of(first), month.Key, sign * (receipts > 0 ? 1 : 0), sign * receipts, sign * month.Sum(m => m.Revenue)]);
        }
    }

    /// <summary>What the import's returns had noted on receipts that are not its own.</summary>
    private async Task GiveBackAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        var own = sales.Select(r => r.Id).ToHashSet();
        var lines = returns.SelectMany(r => r.Lines).Where(l => l.ReceiptId is { } id && l.ReceiptLine is not null && !own.Contains(id)).ToList();
        await sql.ExecuteManyAsync(
            db,
            GiveBackLine,
            [.. lines.Select(l => new object?[] { l.Quantity.Thousandths, l.Refund.Minor, l.Reversed.Value, l.ReceiptId, l.ReceiptLine })],
            ct);
        await sql.ExecuteManyAsync(
            db,
            """UPDATE "Receipts" SET "Version" = "Version" + 1 WHERE "Id" = @p0""",
            [.. lines.Select(l => l.ReceiptId).Distinct().Order().Select(id => new object?[] { id })],
            ct);
        await SubscriptionSavings.CountAgainAsync(db, sql, lines.Select(l => l.ReceiptId!.Value), ct);
    }

    private IEnumerable<object?[]> Sold()
    {
        var days = new Dictionary<(DateOnly Day, string Store), DailySales>();
        foreach (var sale in sales)
        {
            var day = Of(sale.Day, sale.Store);
            day.Receipts--;
            day.Gross -= sale.Gross.Minor;
            day.Discount -= sale.Discount.Minor;
            day.Redeemed -= sale.Redeemed.Minor;
            day.Net -= sale.Net.Minor;
            day.Units -= sale.Lines.Sum(l => l.Quantity.Thousandths);
            if (sale.MemberId is not null)
            {
                day.MemberReceipts--;
                day.MemberNet -= sale.Net.Minor;
            }
        }

        foreach (var goods in returns)
        {
            var day = Of(goods.Day, goods.Store);
            day.Refunds -= goods.Refund.Minor;
            day.MemberRefunds -= goods.MemberId is null ? 0 : goods.Refund.Minor;
        }

        return days.Values.OrderBy(d => d.Day).ThenBy(d => d.Store, StringComparer.Ordinal).Select(d => new object?[]
        {
            d.Day, d.Store, d.Receipts, d.MemberReceipts, d.Gross, d.Discount, d.Redeemed, d.Net, d.MemberNet, d.Refunds, d.MemberRefunds, d.Units,
        });

        DailySales Of(DateOnly day, string store)
        {
            if (!days.TryGetValue((day, store), out var row))
            {
                days[(day, store)] = row = new DailySales { Day = day, Store = store };
            }

            return row;
        }
    }

    private async Task RemoveAccountsAsync(LoyaltyDbContext db, SqlProvider sql, CancellationToken ct)
    {
        if (leavingAccounts.Count == 0)
        {
            return;
        }

        var accounts = leavingAccounts.ToArray();
        var points = await db.LedgerEntries.Where(e => EF.Parameter(accounts).Contains(e.AccountId))
            .GroupBy(e => new { e.Day, e.Kind, e.Block })
            .Select(g => new { g.Key, Points = g.Sum(e => e.Points.Value) })
            .ToListAsync(ct);
        await RollupTable.Points.AddAsync(db, sql, points
            .OrderBy(p => p.Key.Day).ThenBy(p => p.Key.Kind).ThenBy(p => p.Key.Block)
            .Select(p => new object?[] { p.Key.Day, (int)p.Key.Kind, (int)p.Key.Block, -p.Points }), ct);
        var lots = await db.Lots.Where(l => EF.Parameter(accounts).Contains(l.AccountId)).Select(l => l.Id).ToArrayAsync(ct);
        await db.Allocations.Where(a => EF.Parameter(lots).Contains(a.LotId)).ExecuteDeleteAsync(ct);
        await db.Lots.Where(l => EF.Parameter(accounts).Contains(l.AccountId)).ExecuteDeleteAsync(ct);
        await db.LedgerEntries.Where(e => EF.Parameter(accounts).Contains(e.AccountId)).ExecuteDeleteAsync(ct);
        var members = await db.Accounts.Where(a => EF.Parameter(accounts).Contains(a.Id)).Select(a => a.MemberId).ToArrayAsync(ct);
        await db.Accounts.Where(a => EF.Parameter(accounts).Contains(a.Id)).ExecuteDeleteAsync(ct);
        await ForgetTiers.OfMembersAsync(db, members, ct);
        await db.Members.Where(m => EF.Parameter(members).Contains(m.Id)).ExecuteDeleteAsync(ct);
    }

    private UndoneReceipt Tombstone(Receipt sale) => new()
    {
        Id = sale.Id,
        IsReturn = false,
        ImportId = run.Id,
        Key = sale.Key,
        MemberId = sale.MemberId,
        OccurredAt = sale.OccurredAt,
        Store = sale.Store,
        Net = sale.Net,
        Points = sale.Accrued,
    };

    private UndoneReceipt Tombstone(Return goods) => new()
    {
        Id = goods.Id,
        IsReturn = true,
        ImportId = run.Id,
        Key = goods.Key,
        MemberId = goods.MemberId,
        OccurredAt = goods.OccurredAt,
        Store = goods.Store,
        Net = goods.Refund,
        Points = goods.Reversed,
    };
}
