using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The lots among it.</summary>
public sealed partial class MemberHistoryQueries
{
    /// <summary>All lots in the order in which they are spent.</summary>
    public async Task<Page<LotRow>> LotsAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        var list = await LotsAsync(memberId, new LotFilter(), LotSort.Spending, descending: false, page, ct);
        return new Page<LotRow>(list.Rows, list.Total);
    }

    public async Task<LotList> LotsAsync(long memberId, LotFilter filter, LotSort sort, bool descending, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var accountId = await AccountOfAsync(db, memberId, ct);
        var lots = Restrict(db.Lots.AsNoTracking().Where(l => l.AccountId == accountId), filter.State, clock.UtcNow);
        var sums = await lots.GroupBy(l => l.AccountId)
            .Select(g => new { Count = g.Count(), Remaining = g.Sum(l => l.Remaining.Value), Held = g.Sum(l => l.Held.Value) })
            .SingleOrDefaultAsync(ct);
        var found = await Sorted(lots, sort, descending).Skip(page.Skip).Take(page.Take).ToListAsync(ct);
        var issuers = found.Select(l => l.Partner).OfType<string>().Distinct().ToArray();
        var partners = issuers.Length == 0 ? [] : await db.Partners.Where(p => EF.Parameter(issuers).Contains(p.Key)).ToDictionaryAsync(p => p.Key, p => p.Name, ct);
        var receipts = await ReceiptKeysAsync(db, found.Select(l => l.ReceiptId), ct);
        return new LotList(
            [.. found.Select(l => new LotRow
            {
                Id = l.Id,
                Amount = l.Amount,
                Remaining = l.Remaining,
                Held = l.Held,
                RuleKey = l.RuleKey,
                RuleVersion = l.RuleVersion,
                ReceiptKey = l.ReceiptId is { } receipt ? receipts.GetValueOrDefault(receipt) : null,
                Partner = l.Partner is { } partner ? partners.GetValueOrDefault(partner) : null,
                EarnedAt = l.EarnedAt,
                ActivatesAt = l.ActivatesAt,
                ExpiresAt = l.ExpiresAt,
            })],
            sums?.Count ?? 0,
            sums?.Remaining ?? 0,
            sums?.Held ?? 0);
    }

    /// <summary>As <see cref="LotRow.StateAt"/> tells them.</summary>
    private static IQueryable<PointsLot> Restrict(IQueryable<PointsLot> lots, LotState? state, DateTime now) => state switch
    {
        LotState.Spent => lots.Where(l => l.Remaining.Value == 0),
        LotState.Expired => lots.Where(l => l.Remaining.Value > 0 && l.ExpiresAt <= now),
        LotState.Pending => lots.Where(l => l.Remaining.Value > 0 && l.ExpiresAt > now && l.ActivatesAt > now),
        LotState.Active => lots.Where(l => l.Remaining.Value > 0 && l.ExpiresAt > now && l.ActivatesAt <= now),
        _ => lots,
    };

    private static IQueryable<PointsLot> Sorted(IQueryable<PointsLot> lots, LotSort sort, bool descending) => ((sort, descending) switch
    {
        (LotSort.Earned, true) => lots.OrderByDescending(l => l.EarnedAt),
        (LotSort.Earned, false) => lots.OrderBy(l => l.EarnedAt),
        (LotSort.LastDay, true) => lots.OrderByDescending(l => l.ExpiresAt),
        (LotSort.LastDay, false) => lots.OrderBy(l => l.ExpiresAt),
        (LotSort.Amount, true) => lots.OrderByDescending(l => l.Amount.Value),
        (LotSort.Amount, false) => lots.OrderBy(l => l.Amount.Value),
        (LotSort.Remaining, true) => lots.OrderByDescending(l => l.Remaining.Value),
        (LotSort.Remaining, false) => lots.OrderBy(l => l.Remaining.Value),
        _ => lots.OrderByDescending(l => l.Remaining.Value > 0).ThenBy(l => l.ExpiresAt).ThenBy(l => l.EarnedAt),
    }).ThenBy(l => l.Id);
}
