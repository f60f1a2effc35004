using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The purchases among it.</summary>
public sealed partial class MemberHistoryQueries
{
    /// <summary>All purchases, the latest first.</summary>
    public async Task<Page<MemberReceiptRow>> ReceiptsAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        var list = await ReceiptsAsync(memberId, new MemberReceiptFilter(), MemberReceiptSort.Time, descending: true, page, ct);
        return new Page<MemberReceiptRow>(list.Rows, list.Total);
    }

    public async Task<MemberReceiptList> ReceiptsAsync(
        long memberId, MemberReceiptFilter filter, MemberReceiptSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var receipts = db.Receipts.AsNoTracking().Where(r => r.MemberId == memberId);
        if (filter.From is { } from)
        {
            receipts = receipts.Where(r => r.Day >= from);
        }

        if (filter.To is { } to)
        {
            receipts = receipts.Where(r => r.Day <= to);
        }

        var sums = await receipts.GroupBy(r => r.MemberId)
            .Select(g => new { Count = g.Count(), Paid = g.Sum(r => r.Net.Minor), Spent = g.Sum(r => r.RedeemedPoints.Value), Earned = g.Sum(r => r.Accrued.Value) })
            .SingleOrDefaultAsync(ct);
        var sorted = (sort, descending) switch
        {
            (MemberReceiptSort.Paid, true) => receipts.OrderByDescending(r => r.Net.Minor).ThenByDescending(r => r.Id),
            (MemberReceiptSort.Paid, false) => receipts.OrderBy(r => r.Net.Minor).ThenBy(r => r.Id),
            (_, true) => receipts.OrderByDescending(r => r.OccurredAt).ThenByDescending(r => r.Id),
            _ => receipts.OrderBy(r => r.OccurredAt).ThenBy(r => r.Id),
        };
        var found = await sorted.Skip(page.Skip).Take(page.Take).Select(r => new
        {
            Receipt = r,
            Partner = db.Partners.Where(p => p.Id == r.PartnerId).Select(p => p.Name).FirstOrDefault(),
            Refunded = r.Lines.Sum(l => l.Refunded.Minor),
        }).ToListAsync(ct);
        return new MemberReceiptList(
            [.. found.Select(row => new MemberReceiptRow
            {
                Id = row.Receipt.Id,
                Key = row.Receipt.Key,
                OccurredAt = row.Receipt.OccurredAt,
                Store = row.Receipt.Store,
                Partner = row.Partner,
                Gross = row.Receipt.Gross,
                Net = row.Receipt.Net,
                RedeemedPoints = row.Receipt.RedeemedPoints,
                Accrued = row.Receipt.Accrued,
                Refunded = new Money(row.Refunded),
            })],
            sums?.Count ?? 0,
            sums?.Paid ?? 0,
            sums?.Spent ?? 0,
            sums?.Earned ?? 0);
    }
}
