using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// Reads, set-wise, the members of a batch with their accounts and lots, and those whose points pay for them: the others of
/// their households, and whoever paid for what comes back. Where there are none of these nothing more is asked.
/// </summary>
internal sealed class MemberLoader(LedgerNumbers numbers)
{
    public async Task LoadAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var found = new Dictionary<MemberKey, long>();
        foreach (var group in postings.Select(p => p.Member).OfType<MemberKey>().Distinct().GroupBy(k => k.Kind))
        {
            await MemberKeys.ResolveAsync(db, group.Key, [.. group.Select(k => k.Value)], found, ct);
        }

        var returned = state.Sales.Values.Where(r => r.MemberId is not null).ToList();
        var memberIds = found.Values.Concat(returned.Select(r => r.MemberId!.Value)).Concat(await HoldLoader.HoldersAsync(db, state, ct)).Distinct().ToArray();
        if (memberIds.Length == 0)
        {
            return;
        }

        var own = await RowsAsync(db, state, db.Members.Where(m => EF.Parameter(memberIds).Contains(m.Id)), ct);
        var others = await HouseholdLoader.OthersAsync(db, postings, state, own, (members, token) => RowsAsync(db, state, members, token), ct);
        state.IsStale = own.Concat(others).Any(m => m.MergedIntoId is not null);
        await ReadAsync(db, postings, state, own, others, ct);
        await LoadHoldersOfLotsAsync(db, state, state.Holds.Values.Where(h => h.Status == HoldStatus.Open), ct);
        foreach (var (id, entry) in await EntryReader.ReadAsync(db, [.. state.Members.Keys], state.Timeline, ct))
        {
            state.Members[id].Entry = entry;
        }

        foreach (var (key, id) in found)
        {
            state.MembersByKey[key] = state.Members[id];
        }
    }

    /// <summary>A ledger over an account that has nothing yet.</summary>
    public AccountLedger NewLedger(Account account, DateTime now) => new(account, [], [], now, numbers);

    /// <summary>Reads the accounts on which holds have set points aside, where they are not among those that were read.</summary>
    public async Task LoadHoldersOfLotsAsync(LoyaltyDbContext db, PostingState state, IEnumerable<Hold> holds, CancellationToken ct)
    {
        long[] lacking = [.. holds.SelectMany(h => h.Lots).Select(l => l.LotId).Distinct().Where(id => state.LedgerOf(id) is null)];
        if (lacking.Length == 0)
        {
            return;
        }

        var holders = db.Members.Where(m => db.Accounts.Any(a => a.MemberId == m.Id && db.Lots.Any(l => l.AccountId == a.Id && EF.Parameter(lacking).Contains(l.Id))));
        var rows = await RowsAsync(db, state, holders, ct);
        state.IsStale |= rows.Exists(m => m.MergedIntoId is not null);
        await ReadAsync(db, [], state, [], [.. rows.Where(m => !state.Accounts.ContainsKey(m.Account.Id))], ct);
    }

    private static Task<List<PostingRow>> RowsAsync(LoyaltyDbContext db, PostingState state, IQueryable<Member> members, CancellationToken ct)
    {
        var programId = state.Timeline.Program.Id;
        return (
            from member in members.AsNoTracking()
            join account in db.Accounts.AsNoTracking() on member.Id equals account.MemberId
            where account.ProgramId == programId
            select new PostingRow(
                member.Id, member.Status, member.JoinedOn, member.MergedIntoId, member.HouseholdId, member.FirstName, member.LastName, account)).ToListAsync(ct);
    }

    private async Task ReadAsync(
        LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, List<PostingRow> own, List<PostingRow> others, CancellationToken ct)
    {
        List<PostingRow> rows = [.. own, .. others];
        long[] accounts = [.. rows.Select(m => m.Account.Id)];
        var spendings = await LoadSpendingsAsync(db, postings, state, accounts, ct);
        long[] spent = [.. spendings.SelectMany(s => s).Select(s => s.LotId).Distinct()];
        var lots = await LoadLotsAsync(db, accounts, [.. state.Sales.Values.Where(r => r.MemberId is not null).Select(r => (long?)r.Id)], spent, ct);
        foreach (var row in rows)
        {
            var ledger = new AccountLedger(row.Account, lots[row.Account.Id], spendings[row.Account.Id], state.Now, numbers);
            var member = new PostingMember(row.Id, row.Status, row.JoinedOn, ledger) { MaskedName = MaskedName.Of(row.FirstName, row.LastName) };
            state.Accounts[row.Account.Id] = member;
        }

        foreach (var row in own)
        {
            state.Members[row.Id] = state.Accounts[row.Account.Id];
        }

        HouseholdLoader.Pool(state, rows);
    }

    private static async Task<ILookup<long, PointsLot>> LoadLotsAsync(
        LoyaltyDbContext db, long[] accounts, long?[] returnedReceipts, long[] spent, CancellationToken ct)
    {
        var lots = db.Lots.AsNoTracking().Where(l => EF.Parameter(accounts).Contains(l.AccountId));
        lots = returnedReceipts.Length == 0
            ? lots.Where(l => l.Remaining.Value > 0)
            : lots.Where(l => l.Remaining.Value > 0
                || EF.Parameter(returnedReceipts).Contains(l.ReceiptId)
                || EF.Parameter(spent).Contains(l.Id));
        return (await lots.ToListAsync(ct)).ToLookup(l => l.AccountId);
    }

    /// <summary>What the receipts that are to be returned spent and got back, by account, with the lots it was taken from.</summary>
    private static async Task<ILookup<long, LotSpending>> LoadSpendingsAsync(
        LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, long[] accounts, CancellationToken ct)
    {
        var receipts = postings.OfType<ReturnPosting>().Select(p => p.ReceiptKey).OfType<string>().Distinct()
            .Select(key => state.Sales.GetValueOrDefault(key))
            .Where(r => r is not null && !r.RedeemedPoints.IsZero)
            .Select(r => (long?)r!.Id).ToArray();
        if (receipts.Length == 0)
        {
            return Enumerable.Empty<LotSpending>().ToLookup(_ => 0L);
        }

        var rows = await (
            from entry in db.LedgerEntries.AsNoTracking()
            join allocation in db.Allocations.AsNoTracking() on entry.Id equals allocation.EntryId
            where EF.Parameter(accounts).Contains(entry.AccountId) && EF.Parameter(receipts).Contains(entry.ReceiptId)
                && (entry.Kind == EntryKind.Redemption || entry.Kind == EntryKind.Restore)
            select new { entry.AccountId, entry.ReceiptId, entry.Kind, allocation.LotId, allocation.Points }).ToListAsync(ct);
        return rows.ToLookup(
            r => r.AccountId,
            r => new LotSpending(r.ReceiptId!.Value, r.LotId, r.Points, r.Kind == EntryKind.Restore));
    }

    /// <summary>A member as read, with the account.</summary>
    internal sealed record PostingRow(
        long Id, MemberStatus Status, DateOnly JoinedOn, long? MergedIntoId, int? HouseholdId, string? FirstName, string? LastName, Account Account);
}
