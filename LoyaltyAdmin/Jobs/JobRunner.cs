using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Jobs;

/// <summary>Runs one job by its key, with services of its own, and notes what became of it.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, JobRuns runs, BusinessClock clock, ILogger<JobRunner> logger)
{
    /// <summary>Runs the job; its failure is noted, not thrown.</summary>
    /// <exception cref="InvalidOperationException">There is no such job.</exception>
    public async Task RunAsync(string key, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var job = scope.ServiceProvider.GetRequiredKeyedService<IPortalJob>(key);
        var id = await runs.StartAsync(key, ct);
        try
        {
            var report = await job.RunAsync(new JobProgress(done => runs.ProgressAsync(id, done), clock), ct);
            await runs.ReportAsync(id, report);
            if (report.Problem is { } problem)
            {
                LogProblem(key, problem.Code);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await runs.StopAsync(id);
        }
        catch (Exception error)
        {
            // Whatever a job fails of, its run says so and the clock goes on.
            LogFailure(error, key);
            await runs.FailAsync(id, error);
        }
    }

    [LoggerMessage(LogLevel.Error, "Job {Key} failed.")]
    private partial void LogFailure(Exception error, string key);

    [LoggerMessage(LogLevel.Warning, "Job {Key} found a problem: {Code}.")]
    private partial void LogProblem(string key, string code);
}
