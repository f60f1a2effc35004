using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// Makes one member two again, as they were, until the survivor next spends (R16). What the merge moved goes back with all that
/// happened to it since; what came since the merge stays with the survivor, for nobody knows whose it was.
/// </summary>
public sealed class UnmergeMembers(
    IDbContextFactory<LoyaltyDbContext> databases, MergeTransaction transaction, SqlProvider sql, IdSource ids, LedgerWriter writer, BusinessClock clock)
{
    /// <summary>The member who is back, and whether that had been done before.</summary>
    public sealed record Unmerged(long SourceId, long TargetId, bool Replayed);

    public async Task<Result<Unmerged>> ExecuteAsync(Actor actor, int mergeId, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        if (BlockReason.Check(reason) is { } missing)
        {
            return missing;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.MemberMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mergeId, ct) is not { } merge)
        {
            return DuplicateRejections.MergeUnknown();
        }

        while (true)
        {
            // Numbers are taken before the transaction; should more be needed by then, it is begun again.
            var spare = 2 * (await SharedEntries.ReadAsync(db, MovedRows.Read(merge.Moved), ct)).Count;
            var numbers = new Queue<long>(spare == 0 ? [] : Enumerable.Range(0, spare).Select(_ => ids.Next<LedgerEntry>()).ToList());
            var tooFew = false;
            var result = await transaction.RunAsync(
                actor.Name,
                merge.SourceId,
                merge.TargetId,
                async inner =>
                {
                    var left = new Queue<long>(numbers);
                    var part = new Parting(inner, sql, new MemberRows(inner, writer, clock.UtcNow), left, clock.UtcNow);
                    var unmerged = await part.RunAsync(mergeId, reason.Trim(), ct);
                    tooFew = part.LacksNumbers;
                    return unmerged;
                },
                ct);
            if (!tooFew)
            {
                return result;
            }
        }
    }

    /// <summary>What taking a merge back would do, or why it cannot be.</summary>
    public async Task<Result<UnmergePreview>> PreviewAsync(Actor actor, int mergeId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.MemberMerges.AsNoTracking().SingleOrDefaultAsync(m => m.Id == mergeId && m.UndoneAt == null, ct) is not { } merge)
        {
            return DuplicateRejections.MergeUnknown();
        }

        if (await UnmergeCheck.RunAsync(db, merge, ct) is { } obstacle)
        {
            return obstacle;
        }

        var moved = MovedRows.Read(merge.Moved);
        long[] lots = moved.Lots;
        long[] receipts = moved.Receipts;
        return new UnmergePreview(
            await db.Lots.Where(l => EF.Parameter(lots).Contains(l.Id)).SumAsync(l => l.Remaining.Value, ct),
            receipts.Length,
            moved.Cards.Length,
            await db.Receipts.CountAsync(r => r.MemberId == merge.TargetId && r.RecordedAt >= merge.At && !EF.Parameter(receipts).Contains(r.Id), ct));
    }
}

/// <summary>What taking a merge back would move.</summary>
/// <param name="Points">Points that go back, in smallest parts.</param>
/// <param name="Receipts">Receipts that go back.</param>
/// <param name="Cards">Cards that go back.</param>
/// <param name="ReceiptsSince">Receipts since the merge, which stay with the survivor.</param>
public sealed record UnmergePreview(long Points, int Receipts, int Cards, int ReceiptsSince);
