using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What happened to a member's points and what the member bought, page by page, the latest first.</summary>
public sealed partial class MemberHistoryQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All movements, the latest first.</summary>
    public async Task<Page<EntryRow>> EntriesAsync(long memberId, PageRequest page, CancellationToken ct)
    {
        var list = await EntriesAsync(memberId, new EntryFilter(), descending: true, page, ct);
        return new Page<EntryRow>(list.Rows, list.Total);
    }

    public async Task<EntryList> EntriesAsync(long memberId, EntryFilter filter, bool descending, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var accountId = await AccountOfAsync(db, memberId, ct);
        var entries = Restrict(db.LedgerEntries.AsNoTracking().Where(e => e.AccountId == accountId), filter);
        var kinds = await entries.GroupBy(e => e.Kind).Select(g => new { Kind = g.Key, Count = g.Count(), Points = g.Sum(e => e.Points.Value) }).ToListAsync(ct);
        var sorted = descending ? entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id) : entries.OrderBy(e => e.At).ThenBy(e => e.Id);
        var found = await sorted.Skip(page.Skip).Take(page.Take).ToListAsync(ct);
        return new EntryList(
            await DescribeAsync(db, accountId, found, ct),
            kinds.Sum(k => k.Count),
            kinds.Where(k => k.Kind.IsCredit()).Sum(k => k.Points),
            kinds.Where(k => !k.Kind.IsCredit()).Sum(k => k.Points));
    }

    private static IQueryable<LedgerEntry> Restrict(IQueryable<LedgerEntry> entries, EntryFilter filter)
    {
        if (filter.Kind is { } kind)
        {
            entries = entries.Where(e => e.Kind == kind);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(e => e.Day >= from);
        }

        return filter.To is { } to ? entries.Where(e => e.Day <= to) : entries;
    }

    private async Task<IReadOnlyList<EntryRow>> DescribeAsync(LoyaltyDbContext db, long accountId, IReadOnlyList<LedgerEntry> found, CancellationToken ct)
    {
        var lots = await LotsOfAsync(db, accountId, found, ct);
        var receipts = await ReceiptKeysAsync(db, found.Select(e => e.ReceiptId), ct);
        var returnIds = found.Select(e => e.ReturnId).OfType<long>().Distinct().ToList();
        var returns = await db.Returns.Where(r => returnIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        return
            [.. found.Select(e => new EntryRow
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
            })];
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
