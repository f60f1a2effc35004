using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Something that someone should look at today; the text <c>Attention.Expiring</c> and so on says it with the numbers.</summary>
/// <param name="Text">Key of the words.</param>
/// <param name="Count">The first number of the words.</param>
/// <param name="Points">The second, in smallest parts of a point, where points are spoken of.</param>
/// <param name="Href">Where to look.</param>
/// <param name="IsBad">Whether something went wrong, rather than will happen.</param>
public sealed record AttentionItem(string Text, long Count, long? Points, string Href, bool IsBad);

/// <summary>What needs attention today. Nothing is said where there is nothing.</summary>
public sealed class KpiAttention(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    /// <summary>What the job that proves the ledger reports.</summary>
    private const string Unbalanced = "Jobs.LedgerUnbalanced";

    private const int ExpiringDays = 30;
    private const int ImportDays = 7;

    /// <summary>What the actor may look into.</summary>
    public async Task<IReadOnlyList<AttentionItem>> ListAsync(Actor actor, CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = await databases.CreateDbContextAsync(ct);
        var items = new List<AttentionItem>();
        if (await BadJobsAsync(db, ct) is { Count: > 0 } bad)
        {
            if (actor.May(Permission.LedgerProofView) && bad.Find(run => run.Error == Unbalanced) is { } proof)
            {
                items.Add(new AttentionItem("Attention.LedgerUnbalanced", AccountsOf(proof), null, "/ledger-proof", IsBad: true));
            }

            if (actor.May(Permission.JobsManage) && bad.Count(run => run.Error != Unbalanced) is > 0 and var failed)
            {
                items.Add(new AttentionItem("Attention.FailedJobs", failed, null, "/jobs", IsBad: true));
            }
        }

        if (actor.May(Permission.ImportsView))
        {
            items.AddRange(await ImportsAsync(db, now.AddDays(-ImportDays), ct));
        }

        if (actor.May(Permission.MembersView))
        {
            items.AddRange(await ExpiringAsync(db, now, ct));
        }

        return items;
    }

    /// <summary>The last finished run of each job, where it went wrong.</summary>
    private static async Task<List<JobRun>> BadJobsAsync(LoyaltyDbContext db, CancellationToken ct)
    {
        var last = await db.JobRuns.Where(r => r.FinishedAt != null).GroupBy(r => r.JobKey).Select(g => g.Max(r => r.Id)).ToListAsync(ct);
        return await db.JobRuns.AsNoTracking().Where(r => EF.Parameter(last).Contains(r.Id) && !r.Succeeded).ToListAsync(ct);
    }

    private static long AccountsOf(JobRun proof) =>
        proof.Counts is not null && JsonSerializer.Deserialize<Dictionary<string, long>>(proof.Counts)!.TryGetValue("Unbalanced", out var count) ? count : 0;

    private static async Task<List<AttentionItem>> ImportsAsync(LoyaltyDbContext db, DateTime since, CancellationToken ct)
    {
        var imports = await db.Imports.AsNoTracking()
            .Where(i => i.FinishedAt >= since && (i.Status == ImportStatus.Failed || i.Rejected > 0))
            .Select(i => new { i.Id, i.Status, i.Rejected })
            .ToListAsync(ct);
        var failed = imports.Where(i => i.Status == ImportStatus.Failed).ToList();
        var rejected = imports.Where(i => i.Rejected > 0).ToList();
        List<AttentionItem> items = [];
        if (failed.Count > 0)
        {
            items.Add(new AttentionItem("Attention.FailedImports", failed.Count, null, "/imports", IsBad: true));
        }

        if (rejected.Count > 0)
        {
            items.Add(new AttentionItem("Attention.RejectedRows", rejected.Sum(i => (long)i.Rejected), null, "/imports", IsBad: true));
        }

        return items;
    }

    private static async Task<List<AttentionItem>> ExpiringAsync(LoyaltyDbContext db, DateTime now, CancellationToken ct)
    {
        var until = now.AddDays(ExpiringDays);
        var expiring = db.Lots.Where(l => l.Remaining.Value > 0 && l.ExpiresAt > now && l.ExpiresAt <= until);
        var points = await expiring.SumAsync(l => l.Remaining.Value, ct);
        return points == 0
            ? []
            : [new AttentionItem("Attention.Expiring", await expiring.Select(l => l.AccountId).Distinct().LongCountAsync(ct), points, "/members?balance=yes", IsBad: false)];
    }
}
