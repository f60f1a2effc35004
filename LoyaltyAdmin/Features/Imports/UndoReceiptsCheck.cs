using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What an import of receipts has brought, and what was built on it since.</summary>
internal static class UndoReceiptsCheck
{
    private const int Samples = 5;

    public static async Task<UndoPreview> RunAsync(LoyaltyDbContext db, int importId, CancellationToken ct)
    {
        var sales = db.Receipts.Where(r => r.ImportId == importId);
        var registered = db.Members.Where(m => m.ImportId == importId);
        var going = await Untouched(db, importId).CountAsync(ct);
        return new UndoPreview
        {
            Sales = await sales.CountAsync(ct),
            Returns = await db.Returns.CountAsync(r => r.ImportId == importId, ct),
            Points = await sales.SumAsync(r => r.Accrued.Value, ct),
            Members = going,
            MembersStay = await registered.CountAsync(ct) - going,
            Obstacles = await ObstaclesAsync(db, importId, ct),
        };
    }

    /// <summary>Members whom the import registered and of whom nothing else is known: they go with it.</summary>
    public static IQueryable<Domain.Members.Member> Untouched(LoyaltyDbContext db, int importId) => db.Members.Where(m =>
        m.ImportId == importId && m.Version == 0 && m.Status == Domain.Members.MemberStatus.Active
        && !db.Cards.Any(c => c.MemberId == m.Id) && !db.Subscriptions.Any(s => s.MemberId == m.Id)
        && !db.Coupons.Any(c => c.MemberId == m.Id) && !db.AudienceListMembers.Any(l => l.MemberId == m.Id)
        && !db.Referrals.Any(r => r.ReferrerId == m.Id || r.FriendId == m.Id)
        && !db.ClubPlaces.Any(p => p.MemberId == m.Id) && !db.ClubInvitations.Any(i => i.MemberId == m.Id)
        && !db.Receipts.Any(r => r.MemberId == m.Id && r.ImportId != importId)
        && !db.Returns.Any(r => r.MemberId == m.Id && r.ImportId != importId)
        && !db.Accounts.Any(a => a.MemberId == m.Id && (
            db.Holds.Any(h => h.AccountId == a.Id)
            || db.LedgerEntries.Any(e => e.AccountId == a.Id && (
                e.Kind == EntryKind.OpeningBalance || e.Kind == EntryKind.Reward || e.Kind == EntryKind.CorrectionUp || e.Kind == EntryKind.CorrectionDown || e.Kind == EntryKind.Redemption)))));

    /// <summary>The points of the import's receipts that were used in a way that undoing cannot take back.</summary>
    public static IQueryable<Use> Uses(LoyaltyDbContext db, int importId) =>
        from receipt in db.Receipts
        where receipt.ImportId == importId
        join account in db.Accounts on receipt.MemberId equals account.MemberId
        join lot in db.Lots on account.Id equals lot.AccountId
        where lot.ReceiptId == receipt.Id
        join allocation in db.Allocations on lot.Id equals allocation.LotId
        join entry in db.LedgerEntries on allocation.EntryId equals entry.Id
        where entry.Kind == EntryKind.Redemption || entry.Kind == EntryKind.CorrectionDown
            || (entry.Kind == EntryKind.Reversal && !db.Returns.Any(r => r.Id == entry.ReturnId && r.ImportId == importId))
        select new Use { AccountId = account.Id, Key = receipt.Key, Kind = entry.Kind };

    private static async Task<List<UndoObstacle>> ObstaclesAsync(LoyaltyDbContext db, int importId, CancellationToken ct)
    {
        var obstacles = new List<UndoObstacle>();
        await AddAsync("Spent", Uses(db, importId).Where(u => u.Kind == EntryKind.Redemption).Select(u => u.Key));
        await AddAsync("Corrected", Uses(db, importId).Where(u => u.Kind == EntryKind.CorrectionDown).Select(u => u.Key));
        await AddAsync("Held", Held(db, importId));
        await AddAsync("Returned", Returned(db, importId).Concat(Uses(db, importId).Where(u => u.Kind == EntryKind.Reversal).Select(u => u.Key)));
        await AddAsync("GaveBack", db.Returns.Where(r => r.ImportId == importId && r.Restored.Value > 0).Select(r => r.Key));
        await AddAsync("TookElsewhere", TookElsewhere(db, importId));
        await AddAsync("DebtRepaid", DebtRepaid(db, importId));
        await AddAsync("Promoted", Promoted(db, importId));
        return obstacles;

        async Task AddAsync(string code, IQueryable<string> keys)
        {
            var samples = await keys.Distinct().OrderBy(k => k).Take(Samples).ToListAsync(ct);
            if (samples.Count > 0)
            {
                var count = samples.Count < Samples ? samples.Count : await keys.Distinct().CountAsync(ct);
                obstacles.Add(new UndoObstacle($"Undo.{code}", count, samples));
            }
        }
    }

    /// <summary>Returns of purchases of others on which campaigns gave something: what those got back cannot be asked again.</summary>
    private static IQueryable<string> Promoted(LoyaltyDbContext db, int importId) =>
        db.Returns.Where(r => r.ImportId == importId && r.Lines.Any(l => db.Receipts.Any(s => s.Id == l.ReceiptId && s.ImportId != importId && s.Offers != null))).Select(r => r.Key);

    private static IQueryable<string> Held(LoyaltyDbContext db, int importId) =>
        from receipt in db.Receipts
        where receipt.ImportId == importId
        join account in db.Accounts on receipt.MemberId equals account.MemberId
        join lot in db.Lots on account.Id equals lot.AccountId
        where lot.ReceiptId == receipt.Id && lot.Held.Value > 0
        select receipt.Key;

    /// <summary>Receipts of the import whose goods came back in another way.</summary>
    private static IQueryable<string> Returned(LoyaltyDbContext db, int importId) =>
        db.Receipts.Where(r => r.ImportId == importId && r.Lines.Any(l => l.ReturnedQuantity.Thousandths > 0)
                && db.Returns.Any(goods => goods.MemberId == r.MemberId && goods.ImportId != importId && goods.Lines.Any(l => l.ReceiptId == r.Id)))
            .Select(r => r.Key)
            .Concat(db.Receipts.Where(r => r.ImportId == importId && db.Returns.Any(goods => goods.ReceiptId == r.Id && goods.ImportId != importId))
                .Select(r => r.Key));

    /// <summary>Returns of the import of goods that were bought before it, which could not take all points back.</summary>
    private static IQueryable<string> TookElsewhere(LoyaltyDbContext db, int importId) =>
        db.Returns.Where(r => r.ImportId == importId
                && r.Lines.Any(l => l.ReceiptId != null && db.Receipts.Any(s => s.Id == l.ReceiptId && s.ImportId != importId))
                && r.Lines.Sum(l => l.Reversed.Value) != r.Reversed.Value)
            .Select(r => r.Key);

    /// <summary>Returns of the import whose debt other points have repaid meanwhile.</summary>
    private static IQueryable<string> DebtRepaid(LoyaltyDbContext db, int importId) =>
        db.Returns.Where(r => r.ImportId == importId && r.Debt.Value > 0
                && db.LedgerEntries.Any(e => e.Kind == EntryKind.DebtRepayment
                    && db.Accounts.Any(a => a.Id == e.AccountId && a.MemberId == r.MemberId)
                    && !db.Receipts.Any(s => s.Id == e.ReceiptId && s.ImportId == importId)))
            .Select(r => r.Key);

    /// <summary>A use of points of an import.</summary>
    internal sealed class Use
    {
        public required long AccountId { get; init; }

        public required string Key { get; init; }

        public required EntryKind Kind { get; init; }
    }
}
