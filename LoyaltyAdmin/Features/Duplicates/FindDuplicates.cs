using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// Finds members who look like one and keeps the queue of pairs. Goes through all members, some thousands at once, and compares
/// those whose traits are not what they were; the database brings together whom they share a trait with.
/// </summary>
public sealed class FindDuplicates(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock)
{
    private const int MembersPerBatch = 2_000;

    /// <summary>A trait that more members share says nothing: everybody's name, the phone of the shop.</summary>
    private const int MostSharing = 100;

    private const string ForgetMerged =
        """DELETE FROM "MemberTraits" WHERE "MemberId" IN (SELECT "Id" FROM "Members" WHERE "MergedIntoId" IS NOT NULL)""";

    private const string ForgetGone = """
        DELETE FROM "DuplicatePairs" WHERE NOT EXISTS (SELECT 1 FROM "Members" m WHERE m."Id" = "FirstId")
            OR NOT EXISTS (SELECT 1 FROM "Members" m WHERE m."Id" = "SecondId")
        """;

    /// <summary>How many pairs are new in the queue.</summary>
    public async Task<int> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        await using (var db = await databases.CreateDbContextAsync(ct))
        {
            await db.Database.ExecuteSqlRawAsync(ForgetMerged, ct);
            await db.Database.ExecuteSqlRawAsync(ForgetGone, ct);
        }

        var found = 0;
        for (var after = long.MinValue; ;)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var members = await db.Members.AsNoTracking().Where(m => m.Id > after && m.MergedIntoId == null).OrderBy(m => m.Id)
                .Take(MembersPerBatch).Select(MemberIdentities.Of).ToListAsync(ct);
            found += await CompareAsync(db, members, ct);
            await (progress?.AddAsync(members.Count) ?? Task.CompletedTask);
            if (members.Count < MembersPerBatch)
            {
                return found;
            }

            after = members[^1].Id;
        }
    }

    /// <summary>Looks for one member at once, who was registered or edited by a person.</summary>
    public async Task LookForAsync(Actor actor, long memberId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        await CompareAsync(db, await db.Members.AsNoTracking().Where(m => m.Id == memberId && m.MergedIntoId == null).Select(MemberIdentities.Of).ToListAsync(ct), ct);
    }

    /// <summary>Keeps the traits of these members, and the pairs of those whose traits changed.</summary>
    private async Task<int> CompareAsync(LoyaltyDbContext db, List<MemberIdentity> members, CancellationToken ct)
    {
        long[] all = [.. members.Select(m => m.Id)];
        var kept = (await db.MemberTraits.AsNoTracking().Where(t => EF.Parameter(all).Contains(t.MemberId)).ToListAsync(ct)).ToLookup(t => t.MemberId, t => (t.Kind, t.Value));
        var changed = members.Where(m => !kept[m.Id].ToHashSet().SetEquals(MemberTraits.Of(m))).ToDictionary(m => m.Id);
        if (changed.Count == 0)
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        long[] ids = [.. changed.Keys];
        await db.MemberTraits.Where(t => EF.Parameter(ids).Contains(t.MemberId)).ExecuteDeleteAsync(ct);
        await sql.InsertAsync(
            db, [.. changed.Values.SelectMany(m => MemberTraits.Of(m).Select(t => new MemberTrait { MemberId = m.Id, Kind = t.Kind, Value = t.Value }))], ct);
        var found = await KeepPairsAsync(db, changed, ids, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return found;
    }

    private async Task<int> KeepPairsAsync(LoyaltyDbContext db, Dictionary<long, MemberIdentity> changed, long[] ids, CancellationToken ct)
    {
        var candidates = await (
            from trait in db.MemberTraits.AsNoTracking()
            where EF.Parameter(ids).Contains(trait.MemberId)
                && db.MemberTraits.Count(t => t.Kind == trait.Kind && t.Value == trait.Value) <= MostSharing
            join other in db.MemberTraits.AsNoTracking() on new { trait.Kind, trait.Value } equals new { other.Kind, other.Value }
            where other.MemberId != trait.MemberId
            select new { One = trait.MemberId, Other = other.MemberId }).Distinct().ToListAsync(ct);
        long[] others = [.. candidates.Select(c => c.Other).Where(id => !changed.ContainsKey(id)).Distinct()];
        var known = others.Length == 0
            ? []
            : await db.Members.AsNoTracking().Where(m => EF.Parameter(others).Contains(m.Id) && m.MergedIntoId == null).Select(MemberIdentities.Of).ToDictionaryAsync(m => m.Id, ct);
        var matches = new Dictionary<(long First, long Second), DuplicateMatch>();
        foreach (var candidate in candidates)
        {
            if ((changed.GetValueOrDefault(candidate.Other) ?? known.GetValueOrDefault(candidate.Other)) is { } other)
            {
                matches.TryAdd(DuplicatePair.Ordered(candidate.One, candidate.Other), DuplicateRule.Compare(changed[candidate.One], other));
            }
        }

        var pairs = await db.DuplicatePairs.Where(p => EF.Parameter(ids).Contains(p.FirstId) || EF.Parameter(ids).Contains(p.SecondId)).ToListAsync(ct);
        foreach (var pair in pairs.Where(p => p.State == PairState.Open))
        {
            if (!matches.TryGetValue((pair.FirstId, pair.SecondId), out var match) || match.Score < DuplicateRule.WorthALook)
            {
                db.DuplicatePairs.Remove(pair);
            }
            else
            {
                (pair.Score, pair.Reasons) = (match.Score, match.Reasons);
            }
        }

        var there = pairs.Select(p => (p.FirstId, p.SecondId)).ToHashSet();
        var now = clock.UtcNow;
        var news = matches.Where(m => m.Value.Score >= DuplicateRule.WorthALook && !there.Contains(m.Key)).ToList();
        db.DuplicatePairs.AddRange(news.Select(m => new DuplicatePair
        {
            FirstId = m.Key.First,
            SecondId = m.Key.Second,
            Score = m.Value.Score,
            Reasons = m.Value.Reasons,
            FoundAt = now,
        }));
        return news.Count;
    }
}
