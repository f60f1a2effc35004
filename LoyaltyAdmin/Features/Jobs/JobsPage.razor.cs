using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What runs by the clock: when, how it went, and a way to run it now.</summary>
public sealed partial class JobsPage
{
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(5);
    private IReadOnlyList<JobRow> rows = [];

    [Inject] public required JobQueries Queries { get; init; }

    [Inject] public required RunJobNow RunNow { get; init; }

    [Inject] public required PauseJob Pause { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        _ = KeepFreshAsync();
    }

    private static bool IsRunning(JobRow row) => row.Last is { FinishedAt: null };

    private static string RunWord(JobRow row) => row.Last is { FinishedAt: not null, Succeeded: false } ? "Retry" : "RunNow";

    private static string PauseWord(JobRow row) => row.Job.Paused ? "Resume" : "Pause";

    private string NameOf(string key) => Text[$"Job.{key}"];

    private async Task LoadAsync() => rows = await Queries.ListAsync(await ActorAsync(), Cancelled);

    private async Task RunAsync(string key)
    {
        await RunNow.ExecuteAsync(await ActorAsync(), key, Cancelled);
        Refusals.Done(Text["Begun", NameOf(key)]);
        await LoadAsync();
    }

    private async Task PauseAsync(JobRow row)
    {
        await Pause.ExecuteAsync(await ActorAsync(), row.Job.Key, !row.Job.Paused, Cancelled);
        Refusals.Done(Text[row.Job.Paused ? "HasResumed" : "HasPaused", NameOf(row.Job.Key)]);
        await LoadAsync();
    }

    private async Task KeepFreshAsync()
    {
        using var timer = new PeriodicTimer(Refresh);
        try
        {
            while (await timer.WaitForNextTickAsync(Cancelled))
            {
                await InvokeAsync(async () =>
                {
                    await LoadAsync();
                    StateHasChanged();
                });
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left.
        }
        catch (Exception error)
        {
            await DispatchExceptionAsync(error);
        }
    }
}
