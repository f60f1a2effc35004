using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>The jobs with their plan and their latest run, and a job's history.</summary>
public sealed class JobQueries(IDbContextFactory<LoyaltyDbContext> databases, IJobServer server)
{
    public const int HistoryLength = 50;

    public async Task<IReadOnlyList<JobRow>> ListAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var plan = await server.PlanAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        List<JobRow> rows = [];
        foreach (var job in plan)
        {
            var last = await db.JobRuns.AsNoTracking().Where(r => r.JobKey == job.Key).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
            rows.Add(new JobRow(job, last is null ? null : RowOf(last)));
        }

        return rows;
    }

    /// <summary>The latest runs of a job, the newest first.</summary>
    public async Task<IReadOnlyList<JobRunRow>> HistoryAsync(Actor actor, string key, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        var runs = await db.JobRuns.AsNoTracking().Where(r => r.JobKey == key).OrderByDescending(r => r.Id).Take(HistoryLength).ToListAsync(ct);
        return [.. runs.Select(RowOf)];
    }

    /// <summary>Runs of a job by their beginning.</summary>
    public async Task<JobRunList> RunsAsync(Actor actor, string key, JobRunFilter filter, bool descending, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        var runs = db.JobRuns.AsNoTracking().Where(r => r.JobKey == key);
        runs = filter.State switch
        {
            JobRunState.Running => runs.Where(r => r.FinishedAt == null),
            JobRunState.Succeeded => runs.Where(r => r.FinishedAt != null && r.Succeeded),
            JobRunState.Failed => runs.Where(r => r.FinishedAt != null && !r.Succeeded),
            _ => runs,
        };
        var found = await (descending ? runs.OrderByDescending(r => r.Id) : runs.OrderBy(r => r.Id)).ToPageAsync(page, ct);
        return new JobRunList([.. found.Rows.Select(RowOf)], found.Total, await runs.CountAsync(r => r.FinishedAt != null && !r.Succeeded, ct));
    }

    private static JobRunRow RowOf(JobRun run)
    {
        var counts = run.Counts is null ? [] : JsonSerializer.Deserialize<Dictionary<string, long>>(run.Counts)!.Select(c => new JobCount(c.Key, c.Value));
        var arguments = run.ErrorArguments is null ? [] : JsonSerializer.Deserialize<JsonElement[]>(run.ErrorArguments)!.Select(ValueOf);
        return new JobRunRow(run.Id, run.StartedAt, run.FinishedAt, run.Succeeded, run.Done, [.. counts], run.Error is null ? null : new Rejection(run.Error, [.. arguments]));
    }

    private static object ValueOf(JsonElement argument) => argument.ValueKind switch
    {
        JsonValueKind.Number when argument.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => argument.GetDecimal(),
        _ => argument.ToString(),
    };
}

/// <summary>A job, its plan and its latest run.</summary>
public sealed record JobRow(PlannedJob Job, JobRunRow? Last);

/// <summary>One run. It is under way while it has no end.</summary>
public sealed record JobRunRow(long Id, DateTime StartedAt, DateTime? FinishedAt, bool Succeeded, long Done, IReadOnlyList<JobCount> Counts, Rejection? Error)
{
    public JobRunState State => FinishedAt is null ? JobRunState.Running : Succeeded ? JobRunState.Succeeded : JobRunState.Failed;
}
