using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// Lists of sales and returns together. A list of a period is found day by day, one of a member or of a search by their
/// indexes; then the few rows of the page are read.
/// </summary>
public sealed class ReceiptListQueries(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    /// <summary>How many days a list shows that names no period.</summary>
    public const int DefaultDays = 30;

    /// <summary>More than so many sales, or returns, a search does not show.</summary>
    public const int MostFound = ReceiptScope.MostFound;

    private const int ExportBatch = 500;

    /// <summary>The filter with the period that it means: without one, and without a search or a member, the last thirty days that have data.</summary>
    public async Task<ReceiptFilter> WithPeriodAsync(ReceiptFilter filter, CancellationToken ct)
    {
        if (filter.IsNarrow || filter.From is not null || filter.To is not null)
        {
            return filter;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DailySales.MaxAsync(d => (DateOnly?)d.Day, ct) is { } last ? filter with { From = last.AddDays(1 - DefaultDays), To = last } : filter;
    }

    public async Task<ReceiptList> ListAsync(ReceiptFilter filter, ReceiptOrder order, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (filter.IsNarrow)
        {
            var totals = await TotalsAsync(new ReceiptScope(db, sql, filter), ct);
            var found = await new ReceiptScope(db, sql, filter).Sorted(order).Skip(page.Skip).Take(page.Take).ToListAsync(ct);
            return new ReceiptList(await ReadAsync(db, found, ct), totals, filter.Search is not null && Math.Max(totals.Sales, totals.Returns) >= MostFound);
        }

        var days = await ReceiptDays.OfAsync(db, sql, filter, ct);
        var references = await PageAsync(db, days, filter, order, page, ct);
        return new ReceiptList(await ReadAsync(db, references, ct), days.Totals, IsCut: false);
    }

    /// <summary>All that the filter finds, in batches; by time a day's identifiers are in memory at once, by sum all of them.</summary>
    public async IAsyncEnumerable<ReceiptListRow> StreamAsync(ReceiptFilter filter, ReceiptOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        List<ReceiptFilter> parts = [filter];
        if (!filter.IsNarrow && order.By == ReceiptSort.Time)
        {
            var days = (await ReceiptDays.OfAsync(db, sql, filter, ct)).Days;
            parts = [.. (order.Ascending ? days : days.Reverse()).Select(day => filter with { From = day, To = day })];
        }

        foreach (var part in parts)
        {
            var references = await new ReceiptScope(db, sql, part).Sorted(order).ToListAsync(ct);
            foreach (var batch in references.Chunk(ExportBatch))
            {
                foreach (var row in await ReadAsync(db, batch, ct))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>The stores that sold anything, by name.</summary>
    public async Task<IReadOnlyList<string>> StoresAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DailySales.Where(d => d.Store != "").Select(d => d.Store).Distinct().OrderBy(store => store).ToListAsync(ct);
    }

    private Task<List<ReceiptReference>> PageAsync(
        LoyaltyDbContext db, ReceiptDays days, ReceiptFilter filter, ReceiptOrder order, PageRequest page, CancellationToken ct)
    {
        if (order.By == ReceiptSort.Sum)
        {
            return new ReceiptScope(db, sql, filter).Sorted(order).Skip(page.Skip).Take(page.Take).ToListAsync(ct);
        }

        return days.Around(page.Skip, page.Take, order.Ascending) is { } around
            ? new ReceiptScope(db, sql, filter with { From = around.From, To = around.To }).Sorted(order).Skip(around.Before).Take(page.Take).ToListAsync(ct)
            : Task.FromResult<List<ReceiptReference>>([]);
    }

    private static async Task<ReceiptTotals> TotalsAsync(ReceiptScope scope, CancellationToken ct) => new(
        await scope.Sales().CountAsync(ct),
        await scope.Returns().CountAsync(ct),
        await scope.Sales().SumAsync(r => r.Sum, ct),
        -await scope.Returns().SumAsync(r => r.Sum, ct));

    private static async Task<IReadOnlyList<ReceiptListRow>> ReadAsync(LoyaltyDbContext db, IReadOnlyCollection<ReceiptReference> references, CancellationToken ct)
    {
        var sales = await SalesAsync(db, [.. references.Where(r => r.Kind == ReceiptKind.Sale).Select(r => r.Id)], ct);
        var returns = await ReturnsAsync(db, [.. references.Where(r => r.Kind == ReceiptKind.Return).Select(r => r.Id)], ct);
        var names = await MemberNames.OfAsync(db, sales.Values.Concat(returns.Values).Select(r => r.MemberId), ct);
        return [.. references
            .Select(r => (r.Kind == ReceiptKind.Sale ? sales : returns).GetValueOrDefault(r.Id))
            .OfType<ReceiptListRow>()
            .Select(row => row with { Member = row.MemberId is { } id ? names.GetValueOrDefault(id) : null })];
    }

    private static async Task<Dictionary<long, ReceiptListRow>> SalesAsync(LoyaltyDbContext db, long[] ids, CancellationToken ct) => ids.Length == 0
        ? []
        : await db.Receipts.Where(r => ids.Contains(r.Id)).Select(r => new ReceiptListRow
        {
            Kind = ReceiptKind.Sale,
            Id = r.Id,
            Key = r.Key,
            OccurredAt = r.OccurredAt,
            MemberId = r.MemberId,
            Store = r.Store,
            Partner = db.Partners.Where(p => p.Id == r.PartnerId).Select(p => p.Name).FirstOrDefault(),
            Register = r.Register,
            Channel = r.Channel,
            Gross = r.Gross.Minor,
            Discount = r.Discount.Minor,
            Redeemed = r.Redeemed.Minor,
            RedeemedPoints = r.RedeemedPoints.Value,
            Net = r.Net.Minor,
            ByGiftCard = r.ByGiftCard.Minor,
            CardsSold = r.CardsSold.Minor,
            Accrued = r.Accrued.Value,
        }).ToDictionaryAsync(r => r.Id, ct);

    private static async Task<Dictionary<long, ReceiptListRow>> ReturnsAsync(LoyaltyDbContext db, long[] ids, CancellationToken ct) => ids.Length == 0
        ? []
        : await db.Returns.Where(r => ids.Contains(r.Id)).Select(r => new ReceiptListRow
        {
            Kind = ReceiptKind.Return,
            Id = r.Id,
            Key = r.Key,
            ReceiptKey = db.Receipts.Where(s => s.Id == r.ReceiptId).Select(s => s.Key).FirstOrDefault(),
            OccurredAt = r.OccurredAt,
            MemberId = r.MemberId,
            Store = r.Store,
            Partner = db.Partners.Where(p => p.Id == r.PartnerId).Select(p => p.Name).FirstOrDefault(),
            RedeemedPoints = -r.Restored.Value,
            Net = -r.Refund.Minor,
            ByGiftCard = -r.ByGiftCard.Minor,
            CardsSold = -r.CardsRefunded.Minor,
            Accrued = -r.Reversed.Value,
        }).ToDictionaryAsync(r => r.Id, ct);
}
