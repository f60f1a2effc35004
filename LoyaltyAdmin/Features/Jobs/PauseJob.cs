using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>An administrator keeps the clock from running a job, or lets it again; the audit remembers who and when.</summary>
public sealed class PauseJob(IJobServer server, IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public async Task ExecuteAsync(Actor actor, string key, bool paused, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        await server.SetPausedAsync(key, paused, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = "Job",
            SubjectId = key,
            Before = State(!paused),
            After = State(paused),
        });
        await db.SaveChangesAsync(ct);
    }

    private static string State(bool paused) => paused ? """{"paused":true}""" : """{"paused":false}""";
}
