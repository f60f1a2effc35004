using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Takes one merge back, within the open transaction in which both accounts are locked.</summary>
internal sealed class Parting(LoyaltyDbContext db, SqlProvider sql, MemberRows rows, Queue<long> numbers, DateTime now)
{
    /// <summary>Whether more movements are shared than numbers for new entries were taken: take more and begin again.</summary>
    public bool LacksNumbers { get; private set; }

    public async Task<Result<UnmergeMembers.Unmerged>> RunAsync(int mergeId, string reason, CancellationToken ct)
    {
        var merge = await db.MemberMerges.SingleAsync(m => m.Id == mergeId, ct);
        if (merge.UndoneAt is not null)
        {
            return new UnmergeMembers.Unmerged(merge.SourceId, merge.TargetId, Replayed: true);
        }

        if (await UnmergeCheck.RunAsync(db, merge, ct) is { } obstacle)
        {
            return obstacle;
        }

        var moved = MovedRows.Read(merge.Moved);
        var shared = await SharedEntries.ReadAsync(db, moved, ct);
        if (2 * shared.Count > numbers.Count)
        {
            LacksNumbers = true;
            return DuplicateRejections.MergeUnknown();
        }

        long[] both = [merge.SourceId, merge.TargetId];
        var accounts = await db.Accounts.Where(a => both.Contains(a.MemberId)).Select(a => new { a.MemberId, a.Id }).ToDictionaryAsync(a => a.MemberId, a => a.Id, ct);
        var (account, survivors) = (accounts[merge.SourceId], accounts[merge.TargetId]);
        var figures = await MemberFigures.ReadAsync(db, both, ct);
        var returns = await ReturnsSinceAsync(merge, moved, ct);
        await shared.BookApartAsync(db, sql, survivors, account, now, numbers.Dequeue, ct);
        await MoveBackAsync(merge, moved, returns.Select(r => r.Id), shared.Whole, survivors, account, ct);
        await WriteMembersAsync(merge, reason, ct);
        var after = await MemberFigures.ReadAsync(db, both, ct);
        await after.WriteCohortsAsync(db, sql, figures, ct);
        var owed = moved.Debt + returns.Sum(r => r.Debt);
        await rows.WriteAccountsAsync(
            both,
            (back, survivor) => Math.Min(owed, survivor.Debt.Value) is var debt ? (back.Debt.Value + debt, survivor.Debt.Value - debt) : default,
            after,
            ct);
        await moved.Tiers.PartAsync(db, merge.SourceId, merge.TargetId, ct);
        if (moved.Answers is { } answers)
        {
            await answers.PartAsync(db, merge.SourceId, merge.TargetId, ct);
        }

        await ReopenAsync(merge, moved, ct);
        (merge.UndoneAt, merge.UndoneBy, merge.UndoReason) = (now, db.Author, reason);
        await db.SaveChangesAsync(ct);
        return new UnmergeMembers.Unmerged(merge.SourceId, merge.TargetId, Replayed: false);
    }

    /// <summary>Goods that came back since, of receipts that go back: their returns go with them.</summary>
    private async Task<List<ReturnSince>> ReturnsSinceAsync(MemberMerge merge, MovedRows moved, CancellationToken ct)
    {
        long?[] receipts = [.. moved.Receipts.Select(id => (long?)id)];
        long[] known = moved.Returns;
        return await db.Returns.AsNoTracking()
            .Where(r => r.MemberId == merge.TargetId && !EF.Parameter(known).Contains(r.Id)
                && r.Lines.Any() && r.Lines.All(l => l.ReceiptId != null && EF.Parameter(receipts).Contains(l.ReceiptId)))
            .Select(r => new ReturnSince(r.Id, r.Debt.Value))
            .ToListAsync(ct);
    }

    private async Task MoveBackAsync(
        MemberMerge merge, MovedRows moved, IEnumerable<long> returnsSince, long[] entriesSince, long from, long to, CancellationToken ct)
    {
        var (source, target) = (merge.SourceId, merge.TargetId);
        long[] receipts = moved.Receipts;
        long[] returns = [.. moved.Returns, .. returnsSince];
        long[] entries = [.. moved.Entries, .. entriesSince];
        var (lots, holds, cards, aliases) = (moved.Lots, moved.Holds, moved.Cards, moved.Aliases);
        await db.Receipts.Where(r => r.MemberId == target && EF.Parameter(receipts).Contains(r.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, source).SetProperty(r => r.Version, r => r.Version + 1), ct);
        await db.Returns.Where(r => r.MemberId == target && EF.Parameter(returns).Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, source), ct);
        await db.LedgerEntries.Where(e => e.AccountId == from && EF.Parameter(entries).Contains(e.Id)).ExecuteUpdateAsync(set => set.SetProperty(e => e.AccountId, to), ct);
        await db.Lots.Where(l => l.AccountId == from && EF.Parameter(lots).Contains(l.Id)).ExecuteUpdateAsync(set => set.SetProperty(l => l.AccountId, to), ct);
        await db.Holds.Where(h => h.AccountId == from && EF.Parameter(holds).Contains(h.Id)).ExecuteUpdateAsync(set => set.SetProperty(h => h.AccountId, to), ct);
        await db.Cards.Where(c => c.MemberId == target && EF.Parameter(cards).Contains(c.Id)).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, source), ct);
        await MergedSubscriptions.PartAsync(db, source, target, moved, ct);
        await moved.Clubs.PartAsync(db, source, target, ct);
        await (moved.Promotions ?? MergedPromotions.None).PartAsync(db, sql, source, target, receipts, ct);
        await (moved.Household?.PartAsync(db, source, target, ct) ?? Task.CompletedTask);
        await db.Members.Where(m => m.MergedIntoId == target && EF.Parameter(aliases).Contains(m.Id)).ExecuteUpdateAsync(set => set.SetProperty(m => m.MergedIntoId, source), ct);
    }

    private async Task WriteMembersAsync(MemberMerge merge, string reason, CancellationToken ct)
    {
        var members = await rows.MembersAsync([merge.SourceId, merge.TargetId], ct);
        var (source, target) = (members[merge.SourceId], members[merge.TargetId]);
        var kept = MergedMembers.Read(merge.Members);
        var (left, own) = (MergedValues.Of(source), MergedValues.Of(target));
        var restored = MergeRule.Restore(own, kept.Target, kept.After);
        await rows.WriteAsync(
            new MemberRows.Written(target, restored, target.Status, null), new MemberRows.Written(source, kept.Source, MemberStatus.Active, null), ct);
        rows.Note(source.Id, left, kept.Source, (nameof(Member.MergedIntoId), target.Id, null), reason);
        rows.Note(target.Id, own, restored, (MemberRows.MergedFrom, source.Id, null), reason);
    }

    /// <summary>Puts the pair back as it was.</summary>
    private async Task ReopenAsync(MemberMerge merge, MovedRows moved, CancellationToken ct)
    {
        var (first, second) = DuplicatePair.Ordered(merge.SourceId, merge.TargetId);
        if (moved.Pair is { } before && await db.DuplicatePairs.SingleOrDefaultAsync(p => p.FirstId == first && p.SecondId == second, ct) is { } pair)
        {
            (pair.State, pair.DecidedBy, pair.DecidedAt) = (before.State, before.By, before.At);
        }
    }

    private sealed record ReturnSince(long Id, long Debt);
}
