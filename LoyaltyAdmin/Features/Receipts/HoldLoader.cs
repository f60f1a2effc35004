using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Reads, set-wise, the holds that a batch of postings has to do with.</summary>
internal static class HoldLoader
{
    /// <summary>The holds that are named, by their number or by the number of their receipt. Imports bring paid receipts and hold nothing.</summary>
    public static async Task LoadAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var ids = postings.Select(p => p switch { ConfirmPosting c => c.HoldId, CancelPosting c => c.HoldId, _ => 0 }).Where(id => id > 0).Distinct().ToArray();
        var keys = postings.Where(p => p is HoldPosting or SalePosting { Source: ReceiptSource.Api }).Select(p => p.Key).Distinct().ToArray();
        if (ids.Length > 0)
        {
            (await db.Holds.AsNoTracking().Include(h => h.Lots).Where(h => EF.Parameter(ids).Contains(h.Id)).ToListAsync(ct)).ForEach(state.Add);
        }

        if (keys.Length > 0)
        {
            var holds = await db.Holds.AsNoTracking().Include(h => h.Lots).Where(h => EF.Parameter(keys).Contains(h.ReceiptKey)).ToListAsync(ct);
            holds.Where(h => !state.Holds.ContainsKey(h.Id)).ToList().ForEach(state.Add);
        }
    }

    /// <summary>Whether the lots of an open hold went to another account, with its member, while they were read.</summary>
    public static bool HasMoved(PostingState state) => state.Holds.Values.Where(h => h.Status == HoldStatus.Open && h.Lots.Count > 0).Any(hold =>
        !state.Accounts.ContainsKey(hold.AccountId!.Value) || hold.Lots.Exists(l => state.LedgerOf(l.LotId) is null));

    /// <summary>The holds on the accounts at work whose time is over, whether or not the job has come by.</summary>
    public static async Task<IReadOnlyList<Hold>> OverdueAsync(LoyaltyDbContext db, PostingState state, MemberLoader members, CancellationToken ct)
    {
        long[] held = [.. state.Accounts.Values.SelectMany(m => m.Ledger.Lots).Where(l => !l.Held.IsZero).Select(l => l.Id)];
        if (held.Length == 0)
        {
            return [];
        }

        var now = state.Now;
        var overdue = await db.Holds.AsNoTracking().Include(h => h.Lots)
            .Where(h => h.Status == HoldStatus.Open && h.ExpiresAt <= now && h.Lots.Any(l => EF.Parameter(held).Contains(l.LotId)))
            .ToListAsync(ct);
        overdue.Where(h => !state.Holds.ContainsKey(h.Id)).ToList().ForEach(state.Add);
        await members.LoadHoldersOfLotsAsync(db, state, overdue, ct);
        state.IsStale |= overdue.Exists(h => h.Lots.Exists(l => state.LedgerOf(l.LotId) is null));
        return [.. overdue.Select(h => state.Holds[h.Id])];
    }

    /// <summary>Overdue holds set nothing aside any more: points, gift cards, and what campaigns and coupons kept for them.</summary>
    public static void Lapse(PostingState state, IReadOnlyList<Hold> overdue)
    {
        foreach (var hold in overdue.Where(_ => !state.IsStale))
        {
            state.Free(hold);
            state.Close(hold, HoldStatus.Lapsed);
        }
    }

    /// <summary>The members whose holds are named.</summary>
    public static async Task<List<long>> HoldersAsync(LoyaltyDbContext db, PostingState state, CancellationToken ct)
    {
        var accounts = state.Holds.Values.Select(h => h.AccountId).OfType<long>().Distinct().ToArray();
        return accounts.Length == 0
            ? []
            : await db.Accounts.AsNoTracking().Where(a => EF.Parameter(accounts).Contains(a.Id)).Select(a => a.MemberId).ToListAsync(ct);
    }
}
