using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>One sale or one return with its lines, reasons and what it moved.</summary>
public sealed class ReceiptQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Null where there is no such receipt.</summary>
    public async Task<ReceiptDetails?> ReceiptAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Receipts.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Line)).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } receipt)
        {
            return null;
        }

        return new ReceiptDetails(
            receipt,
            await NameAsync(db, receipt.MemberId, ct),
            ReasonsJson.Read(receipt.Reasons),
            await MovementsAsync(db, receipt.MemberId, PayingAccounts.Read(receipt.PaidFrom), entries => entries.Where(e => e.ReceiptId == id), ct),
            await ReturnsAsync(db, receipt, ct))
        {
            Partner = await db.Partners.Where(p => p.Id == receipt.PartnerId).Select(p => p.Name).FirstOrDefaultAsync(ct),
        };
    }

    /// <summary>Null where there is no such return.</summary>
    public async Task<ReturnDetails?> ReturnAsync(long id, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Returns.AsNoTracking().Include(r => r.Lines.OrderBy(l => l.Number)).SingleOrDefaultAsync(r => r.Id == id, ct) is not { } goods)
        {
            return null;
        }

        var receipts = goods.Lines.Select(l => l.ReceiptId).Append(goods.ReceiptId).OfType<long>().Distinct().ToList();
        var paidFrom = await db.Receipts.Where(r => receipts.Contains(r.Id) && r.PaidFrom != null).Select(r => r.PaidFrom).ToListAsync(ct);
        return new ReturnDetails(
            goods,
            await NameAsync(db, goods.MemberId, ct),
            await db.Receipts.Where(r => receipts.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct),
            await MovementsAsync(db, goods.MemberId, [.. paidFrom.SelectMany(PayingAccounts.Read).Distinct()], entries => entries.Where(e => e.ReturnId == id), ct));
    }

    private static async Task<string?> NameAsync(LoyaltyDbContext db, long? member, CancellationToken ct) =>
        member is { } id ? (await MemberNames.OfAsync(db, [id], ct)).GetValueOrDefault(id) : null;

    /// <summary>Returns that name the receipt, and imported ones that were matched with it: those are among the member's own.</summary>
    private static async Task<IReadOnlyList<ReceiptReturn>> ReturnsAsync(LoyaltyDbContext db, Receipt receipt, CancellationToken ct)
    {
        var named = db.Returns.AsNoTracking().Where(r => r.ReceiptId == receipt.Id);
        var found = await named.Include(r => r.Lines).ToListAsync(ct);
        if (receipt.MemberId is { } member)
        {
            found.AddRange(await db.Returns.AsNoTracking()
                .Where(r => r.MemberId == member && r.Day >= receipt.Day && r.ReceiptId == null && r.Lines.Any(l => l.ReceiptId == receipt.Id))
                .Include(r => r.Lines)
                .ToListAsync(ct));
        }

        return [.. found.OrderBy(r => r.OccurredAt).ThenBy(r => r.Id).Select(r => Part(r, [.. r.Lines.Where(l => l.ReceiptId == receipt.Id)]))];
    }

    private static ReceiptReturn Part(Return goods, List<ReturnLine> lines) => new(
        goods.Id,
        goods.Key,
        goods.OccurredAt,
        new Money(lines.Sum(l => l.Refund.Minor)),
        new Points(lines.Sum(l => l.Restored.Value)),
        new Points(lines.Sum(l => l.Reversed.Value)));

    /// <summary>Entries are found among those of the accounts, which have an index of their own.</summary>
    private static async Task<IReadOnlyList<ReceiptMovement>> MovementsAsync(
        LoyaltyDbContext db, long? member, IReadOnlyList<long> payers, Func<IQueryable<LedgerEntry>, IQueryable<LedgerEntry>> those, CancellationToken ct)
    {
        if (member is null)
        {
            return [];
        }

        var accounts = await AccountsAsync(db, member.Value, payers, ct);
        long[] numbers = [.. accounts.Keys];
        var entries = await those(db.LedgerEntries.AsNoTracking().Where(e => EF.Parameter(numbers).Contains(e.AccountId)))
            .OrderBy(e => e.RecordedAt).ThenBy(e => e.Id).ToListAsync(ct);
        var ids = entries.Select(e => e.Id).ToList();
        var made = await db.Lots.Where(l => EF.Parameter(numbers).Contains(l.AccountId) && ids.Contains(l.EntryId))
            .Select(l => new { l.EntryId, Lot = new MovedLot(l.Id, l.Amount, l.Remaining, l.ActivatesAt, l.ExpiresAt) })
            .ToListAsync(ct);
        var touched = await db.Allocations.Where(a => ids.Contains(a.EntryId))
            .Join(db.Lots, a => a.LotId, l => l.Id, (a, l) => new { a.EntryId, Lot = new MovedLot(l.Id, a.Points, l.Remaining, l.ActivatesAt, l.ExpiresAt) })
            .ToListAsync(ct);
        var lots = made.Concat(touched).OrderBy(l => l.Lot.ExpiresAt).ThenBy(l => l.Lot.Id).ToLookup(l => l.EntryId, l => l.Lot);

        var returns = entries.Select(e => e.ReturnId).OfType<long>().Distinct().ToList();
        var keys = await db.Returns.Where(r => returns.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        var names = await MemberNames.OfAsync(db, accounts.Values.Where(m => m != member).Select(m => (long?)m), ct);
        return [.. entries.Select(e => new ReceiptMovement(e.Id, e.Kind, e.Points, e.ReturnId is { } back ? keys.GetValueOrDefault(back) : null, [.. lots[e.Id]])
        {
            Payer = names.TryGetValue(accounts[e.AccountId], out var name) ? new ReceiptPayer(accounts[e.AccountId], name) : null,
        })];
    }

    /// <summary>The account of the member and those of whoever paid besides, with their members; who was merged is the one who stands for them.</summary>
    private static Task<Dictionary<long, long>> AccountsAsync(LoyaltyDbContext db, long member, IReadOnlyList<long> payers, CancellationToken ct)
    {
        long[] paying = [.. payers];
        var members = db.Members.Where(m => m.Id == member || db.Accounts.Any(a => EF.Parameter(paying).Contains(a.Id)
            && db.Members.Any(p => p.Id == a.MemberId && (p.MergedIntoId ?? p.Id) == m.Id)));
        return db.Accounts.Where(a => members.Any(m => m.Id == a.MemberId)).ToDictionaryAsync(a => a.Id, a => a.MemberId, ct);
    }
}
