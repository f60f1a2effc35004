using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What happened to a member's points and what the member bought, page by page, the latest first.</summary>
public sealed class MemberHistoryQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    public async Task<Page<EntryRow>> EntriesAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var accountId = await AccountOfAsync(db, memberId, ct);
        var found = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.AccountId == accountId)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .ToPageAsync(page, ct);
        var lots = await LotsOfAsync(db, accountId, found.Rows, ct);
        var receipts = await ReceiptKeysAsync(db, found.Rows.Select(e => e.ReceiptId), ct);
        var returnIds = found.Rows.Select(e => e.ReturnId).OfType<long>().Distinct().ToList();
        var returns = await db.Returns.Where(r => returnIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        return new Page<EntryRow>(
            [.. found.Rows.Select(e => new EntryRow
            {
                Id = e.Id,
                Kind = e.Kind,
                Points = e.Points,
                At = e.At,
                RecordedAt = e.RecordedAt,
                ReceiptId = e.ReceiptId,
                ReceiptKey = e.ReceiptId is { } receipt ? receipts.GetValueOrDefault(receipt) : null,
                ReturnKey = e.ReturnId is { } back ? returns.GetValueOrDefault(back) : null,
                Author = e.Author,
                Reason = e.Reason,
                Lots = [.. lots[e.Id]],
            })],
            found.Total);
    }

    public async Task<Page<LotRow>> LotsAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var accountId = await AccountOfAsync(db, memberId, ct);
        var found = await db.Lots.AsNoTracking()
            .Where(l => l.AccountId == accountId)
            .OrderByDescending(l => l.Remaining.Value > 0).ThenBy(l => l.ExpiresAt).ThenBy(l => l.EarnedAt).ThenBy(l => l.Id)
            .ToPageAsync(page, ct);
        var receipts = await ReceiptKeysAsync(db, found.Rows.Select(l => l.ReceiptId), ct);
        return new Page<LotRow>(
            [.. found.Rows.Select(l => new LotRow
            {
                Id = l.Id,
                Amount = l.Amount,
                Remaining = l.Remaining,
                Held = l.Held,
                RuleKey = l.RuleKey,
                RuleVersion = l.RuleVersion,
                ReceiptKey = l.ReceiptId is { } receipt ? receipts.GetValueOrDefault(receipt) : null,
                EarnedAt = l.EarnedAt,
                ActivatesAt = l.ActivatesAt,
                ExpiresAt = l.ExpiresAt,
            })],
            found.Total);
    }

    public async Task<Page<MemberReceiptRow>> ReceiptsAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Receipts.AsNoTracking()
            .Where(r => r.MemberId == memberId)
            .OrderByDescending(r => r.OccurredAt).ThenByDescending(r => r.Id)
            .Select(r => new { Receipt = r, Refunded = r.Lines.Sum(l => l.Refunded.Minor) })
            .ToPageAsync(page, ct);
        return new Page<MemberReceiptRow>(
            [.. found.Rows.Select(row => new MemberReceiptRow
            {
                Id = row.Receipt.Id,
                Key = row.Receipt.Key,
                OccurredAt = row.Receipt.OccurredAt,
                Store = row.Receipt.Store,
                Gross = row.Receipt.Gross,
                Net = row.Receipt.Net,
                RedeemedPoints = row.Receipt.RedeemedPoints,
                Accrued = row.Receipt.Accrued,
                Refunded = new Money(row.Refunded),
            })],
            found.Total);
    }

    private static Task<long> AccountOfAsync(LoyaltyDbContext db, long memberId, CancellationToken ct) =>
        db.Accounts.Where(a => a.MemberId == memberId).Select(a => a.Id).SingleOrDefaultAsync(ct);

    private static async Task<Dictionary<long, string>> ReceiptKeysAsync(LoyaltyDbContext db, IEnumerable<long?> ids, CancellationToken ct)
    {
        var wanted = ids.OfType<long>().Distinct().ToList();
        return await db.Receipts.Where(r => wanted.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
    }

    /// <summary>The lots that credits made, and those that the other movements touched.</summary>
    private async Task<ILookup<long, EntryLot>> LotsOfAsync(LoyaltyDbContext db, long accountId, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        var ids = entries.Select(e => e.Id).ToList();
        var made = await db.Lots.Where(l => l.AccountId == accountId && ids.Contains(l.EntryId))
            .Select(l => new { l.EntryId, LotId = l.Id, Points = l.Amount, l.ExpiresAt })
            .ToListAsync(ct);
        var touched = await db.Allocations.Where(a => ids.Contains(a.EntryId))
            .Join(db.Lots, a => a.LotId, l => l.Id, (a, l) => new { a.EntryId, a.LotId, a.Points, l.ExpiresAt })
            .ToListAsync(ct);
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow);
        return made.Concat(touched).OrderBy(l => l.ExpiresAt).ThenBy(l => l.LotId).ToLookup(
            l => l.EntryId,
            l => new EntryLot(l.LotId, l.Points, l.ExpiresAt == ProgramCalendar.Never ? null : MemberQueries.LastDay(calendar, l.ExpiresAt)));
    }
}
