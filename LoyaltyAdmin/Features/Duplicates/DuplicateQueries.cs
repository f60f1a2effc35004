using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The queue of pairs, the surest first, and the merges of a member.</summary>
public sealed class DuplicateQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    private const int ExportBatch = 1000;

    public async Task<Page<PairRow>> ListAsync(PairFilter filter, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var pairs = Find(db, filter);
        var total = await pairs.CountAsync(ct);
        var rows = await Rows(db, pairs.OrderByDescending(p => p.Score).ThenBy(p => p.Id).Skip(page.Skip).Take(page.Take)).ToListAsync(ct);
        return new Page<PairRow>(await NamedAsync(db, rows, ct), total);
    }

    /// <summary>All that the filter finds, in the order of finding, a batch in memory at once.</summary>
    public async IAsyncEnumerable<PairRow> StreamAsync(PairFilter filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        for (var last = 0; ;)
        {
            var rows = await Rows(db, Find(db, filter).Where(p => p.Id > last).OrderBy(p => p.Id).Take(ExportBatch)).ToListAsync(ct);
            foreach (var row in (await NamedAsync(db, rows, ct)).OrderBy(r => r.Id))
            {
                yield return row;
            }

            if (rows.Count < ExportBatch)
            {
                yield break;
            }

            last = rows.Max(r => r.Id);
        }
    }

    /// <summary>What is known of two members as a pair; null where nobody found them alike.</summary>
    public async Task<DuplicatePair?> PairAsync(long one, long other, CancellationToken ct)
    {
        var (first, second) = DuplicatePair.Ordered(one, other);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DuplicatePairs.AsNoTracking().SingleOrDefaultAsync(p => p.FirstId == first && p.SecondId == second, ct);
    }

    /// <summary>How many lots with points a member has, how many open holds, and whether the member ever left the lowest level.</summary>
    public async Task<(int Lots, int Holds, bool HasLevel)> CountsAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Accounts.Where(a => a.MemberId == memberId).Select(a => (long?)a.Id).SingleOrDefaultAsync(ct);
        return (
            await db.Lots.CountAsync(l => l.AccountId == account && l.Remaining.Value > 0, ct),
            await db.Holds.CountAsync(h => h.AccountId == account && h.Status == Domain.Ledger.HoldStatus.Open, ct),
            await db.MemberTiers.AnyAsync(t => t.MemberId == memberId, ct));
    }

    /// <summary>The merges of which a member is part and that stand, the latest first.</summary>
    public async Task<IReadOnlyList<MergeRow>> MergesOfAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var merges = await db.MemberMerges.AsNoTracking()
            .Where(m => (m.SourceId == memberId || m.TargetId == memberId) && m.UndoneAt == null).OrderByDescending(m => m.Id)
            .Select(m => new { m.Id, m.SourceId, m.TargetId, m.At, m.By, m.Reason }).ToListAsync(ct);
        var names = await MemberNames.OfAsync(db, merges.SelectMany(m => new long?[] { m.SourceId, m.TargetId }), ct);
        return [.. merges.Select(m => new MergeRow(
            m.Id, m.SourceId, names.GetValueOrDefault(m.SourceId, ""), m.TargetId, names.GetValueOrDefault(m.TargetId, ""), m.At, m.By, m.Reason))];
    }

    private static IQueryable<DuplicatePair> Find(LoyaltyDbContext db, PairFilter filter)
    {
        var pairs = db.DuplicatePairs.AsNoTracking().Where(p => p.State == filter.State);
        if (filter.State == PairState.Open)
        {
            // A member who is merged into another by now is no one to be decided on.
            pairs = pairs.Where(p => db.Members.Any(m => m.Id == p.FirstId && m.MergedIntoId == null) && db.Members.Any(m => m.Id == p.SecondId && m.MergedIntoId == null));
        }

        pairs = filter.Strength switch
        {
            PairStrength.Likely => pairs.Where(p => p.Score >= DuplicateRule.MostLikely),
            PairStrength.Possible => pairs.Where(p => p.Score < DuplicateRule.MostLikely),
            _ => pairs,
        };
        return filter.Reason is { } reason ? pairs.Where(p => (p.Reasons & reason) != 0) : pairs;
    }

    private static IQueryable<PairRow> Rows(LoyaltyDbContext db, IQueryable<DuplicatePair> pairs) =>
        from pair in pairs
        join first in db.Accounts on pair.FirstId equals first.MemberId
        join second in db.Accounts on pair.SecondId equals second.MemberId
        orderby pair.Score descending, pair.Id
        select new PairRow
        {
            Id = pair.Id,
            First = new PairMember { Id = pair.FirstId, Receipts = first.Receipts, LastReceiptOn = first.LastReceiptOn, Available = first.Available.Value },
            Second = new PairMember { Id = pair.SecondId, Receipts = second.Receipts, LastReceiptOn = second.LastReceiptOn, Available = second.Available.Value },
            Score = pair.Score,
            Reasons = pair.Reasons,
            State = pair.State,
            FoundAt = pair.FoundAt,
            DecidedBy = pair.DecidedBy,
            DecidedAt = pair.DecidedAt,
        };

    private static async Task<IReadOnlyList<PairRow>> NamedAsync(LoyaltyDbContext db, IReadOnlyList<PairRow> rows, CancellationToken ct)
    {
        var names = await MemberNames.OfAsync(db, rows.SelectMany(r => new long?[] { r.First.Id, r.Second.Id }), ct);
        PairMember Named(PairMember member) => member with { Name = names.GetValueOrDefault(member.Id, $"№ {member.Id}") };
        return [.. rows.Select(row => row with { First = Named(row.First), Second = Named(row.Second) })];
    }
}

/// <summary>A merge that stands.</summary>
/// <param name="Id">To take it back.</param>
/// <param name="SourceId">Who went.</param>
/// <param name="Source">Name of who went.</param>
/// <param name="TargetId">Who stayed.</param>
/// <param name="Target">Name of who stayed.</param>
/// <param name="At">When.</param>
/// <param name="By">Who merged them.</param>
/// <param name="Reason">Why, in that person's words.</param>
public sealed record MergeRow(int Id, long SourceId, string Source, long TargetId, string Target, DateTime At, string By, string Reason);
