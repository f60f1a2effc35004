using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>Keeps what became of each run of a job.</summary>
public sealed class JobRuns(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    /// <summary>How long runs are remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    private static readonly Rejection Interrupted = new("Jobs.Interrupted");

    /// <summary>Notes that a job begins. A run of the same job that never ended was cut off with the program, for two never run at once.</summary>
    /// <returns>The run's id.</returns>
    public async Task<long> StartAsync(string key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var now = clock.UtcNow;
        var oldest = now - Memory;
        await db.JobRuns.Where(r => r.JobKey == key && r.StartedAt < oldest).ExecuteDeleteAsync(ct);
        await db.JobRuns.Where(r => r.JobKey == key && r.FinishedAt == null)
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.FinishedAt, now).SetProperty(x => x.Error, Interrupted.Code), ct);
        var run = new JobRun { JobKey = key, StartedAt = now };
        db.JobRuns.Add(run);
        await db.SaveChangesAsync(ct);
        return run.Id;
    }

    /// <summary>Notes how far a run is.</summary>
    public async Task ProgressAsync(long id, long done)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.JobRuns.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Done, done));
    }

    public Task ReportAsync(long id, JobReport report) => FinishAsync(id, report.Counts, report.Problem);

    /// <summary>Notes that the program asked the job to stop.</summary>
    public Task StopAsync(long id) => FinishAsync(id, null, Interrupted);

    /// <summary>Notes that the job broke off with an error.</summary>
    public Task FailAsync(long id, Exception error) => FinishAsync(id, null, new Rejection($"{error.GetType().Name}: {error.Message}"));

    private async Task FinishAsync(long id, IReadOnlyList<JobCount>? counts, Rejection? problem)
    {
        await using var db = await databases.CreateDbContextAsync();
        var run = await db.JobRuns.SingleAsync(r => r.Id == id);
        run.FinishedAt = clock.UtcNow;
        run.Succeeded = problem is null;
        run.Counts = counts is null ? null : JsonSerializer.Serialize(counts.ToDictionary(c => c.Name, c => c.Value), ConditionsJson.Options);
        run.Error = problem?.Code is { Length: > JobRun.ErrorLength } words ? words[..JobRun.ErrorLength] : problem?.Code;
        run.ErrorArguments = problem is { Arguments.Length: > 0 } ? JsonSerializer.Serialize(problem.Arguments, ConditionsJson.Options) : null;
        await db.SaveChangesAsync();
    }
}
