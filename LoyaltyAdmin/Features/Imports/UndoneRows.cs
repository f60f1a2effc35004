using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What a batch of undoing must know: the import's receipts and returns of some members, and every movement that came of them.</summary>
internal sealed class UndoneRows
{
    public required List<Receipt> Sales { get; init; }

    public required List<Return> Returns { get; init; }

    /// <summary>Movements on the lots of the sales, and those that the returns made on any lot.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];

    /// <summary>The accruals of the sales, by the number of their entry.</summary>
    public IReadOnlyDictionary<long, LedgerEntry> Accruals { get; init; } = new Dictionary<long, LedgerEntry>();

    /// <summary>The months of the members.</summary>
    public ILookup<long, MonthOfMember> Months { get; init; } = Enumerable.Empty<MonthOfMember>().ToLookup(m => m.MemberId);

    /// <summary>Members whom the import registered and of whom nothing else is known: they go with all that they have.</summary>
    public IReadOnlySet<long> Leaving { get; init; } = new HashSet<long>();

    /// <summary>One movement on one lot.</summary>
    internal sealed record Movement(
        long EntryId, long AccountId, EntryKind Kind, DateTime At, DateOnly Day, BudgetBlock Block, long? ReturnId, long LotId, Points Points);

    /// <summary>Receipts and net revenue of a member in a month, those of the import or the others.</summary>
    internal sealed record MonthOfMember(long MemberId, DateOnly Month, bool IsUndone, int Receipts, long Revenue, DateOnly? First, DateOnly? Last);

    /// <summary>The lots that the import's sales earned, and those that its returns took from.</summary>
    public static async Task<long[]> LotsAsync(LoyaltyDbContext db, int importId, long[] members, long[] accounts, CancellationToken ct)
    {
        var earned = await (
            from lot in db.Lots
            where EF.Parameter(accounts).Contains(lot.AccountId)
            join receipt in db.Receipts on lot.ReceiptId equals receipt.Id
            where receipt.ImportId == importId
            select lot.Id).ToListAsync(ct);
        var taken = await (
            from entry in db.LedgerEntries
            where EF.Parameter(accounts).Contains(entry.AccountId) && entry.Kind == EntryKind.Reversal
            join goods in db.Returns on entry.ReturnId equals goods.Id
            where goods.ImportId == importId && EF.Parameter(members).Contains(goods.MemberId!.Value)
            join allocation in db.Allocations on entry.Id equals allocation.EntryId
            select allocation.LotId).ToListAsync(ct);
        return [.. earned.Concat(taken).Distinct()];
    }

    /// <summary>All that concerns these members.</summary>
    public static async Task<UndoneRows> LoadAsync(
        LoyaltyDbContext db, int importId, long[] members, long[] accounts, long[] lots, CancellationToken ct)
    {
        long?[] named = [.. members.Select(m => (long?)m)];
        var sales = await db.Receipts.AsNoTracking().Include(r => r.Lines)
            .Where(r => r.ImportId == importId && EF.Parameter(named).Contains(r.MemberId)).ToListAsync(ct);
        var returns = await db.Returns.AsNoTracking().Include(r => r.Lines)
            .Where(r => r.ImportId == importId && EF.Parameter(named).Contains(r.MemberId)).ToListAsync(ct);
        var movements = await (
            from allocation in db.Allocations.AsNoTracking()
            where EF.Parameter(lots).Contains(allocation.LotId)
            join entry in db.LedgerEntries.AsNoTracking() on allocation.EntryId equals entry.Id
            select new { entry.Id, entry.AccountId, entry.Kind, entry.At, entry.Day, entry.Block, entry.ReturnId, allocation.LotId, allocation.Points })
            .ToListAsync(ct);
        var accruals = await (
            from lot in db.Lots
            where EF.Parameter(lots).Contains(lot.Id)
            join entry in db.LedgerEntries.AsNoTracking() on lot.EntryId equals entry.Id
            select entry).ToListAsync(ct);
        return new UndoneRows
        {
            Sales = sales,
            Returns = returns,
            Movements = [.. movements.Select(m => new Movement(m.Id, m.AccountId, m.Kind, m.At, m.Day, m.Block, m.ReturnId, m.LotId, m.Points))],
            Accruals = accruals.ToDictionary(e => e.Id),
            Months = (await MonthsAsync(db, importId, named, ct)).ToLookup(m => m.MemberId),
            Leaving = (await UndoReceiptsCheck.Untouched(db, importId).Where(m => EF.Parameter(members).Contains(m.Id)).Select(m => m.Id).ToListAsync(ct)).ToHashSet(),
        };
    }

    /// <summary>Some of the import's returns without a member, or when there are none any more, of its sales.</summary>
    public static async Task<UndoneRows> AnonymousAsync(LoyaltyDbContext db, int importId, int most, CancellationToken ct)
    {
        var returns = await db.Returns.AsNoTracking().Include(r => r.Lines)
            .Where(r => r.ImportId == importId && r.MemberId == null).OrderBy(r => r.Id).Take(most).ToListAsync(ct);
        var sales = returns.Count > 0
            ? []
            : await db.Receipts.AsNoTracking().Include(r => r.Lines)
                .Where(r => r.ImportId == importId && r.MemberId == null && !db.Returns.Any(goods => goods.ReceiptId == r.Id))
                .OrderBy(r => r.Id).Take(most).ToListAsync(ct);
        return new UndoneRows { Sales = sales, Returns = returns };
    }

    private static async Task<List<MonthOfMember>> MonthsAsync(LoyaltyDbContext db, int importId, long?[] members, CancellationToken ct)
    {
        var bought = await db.Receipts.Where(r => r.PartnerId == null && EF.Parameter(members).Contains(r.MemberId))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month, IsUndone = r.ImportId == importId })
            .Select(g => new { g.Key, Receipts = g.Count(), Revenue = g.Sum(r => r.Net.Minor), First = g.Min(r => r.Day), Last = g.Max(r => r.Day) })
            .ToListAsync(ct);
        var returned = await db.Returns.Where(r => r.PartnerId == null && EF.Parameter(members).Contains(r.MemberId))
            .GroupBy(r => new { Member = r.MemberId!.Value, r.Day.Year, r.Day.Month, IsUndone = r.ImportId == importId })
            .Select(g => new { g.Key, Revenue = -g.Sum(r => r.Refund.Minor) })
            .ToListAsync(ct);
        return
        [
            .. bought.Select(b => new MonthOfMember(
                b.Key.Member, new DateOnly(b.Key.Year, b.Key.Month, 1), b.Key.IsUndone, b.Receipts, b.Revenue, b.First, b.Last)),
            .. returned.Select(b => new MonthOfMember(b.Key.Member, new DateOnly(b.Key.Year, b.Key.Month, 1), b.Key.IsUndone, 0, b.Revenue, null, null)),
        ];
    }
}
