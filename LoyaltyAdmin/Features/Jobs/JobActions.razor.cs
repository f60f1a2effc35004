using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>Runs a job now, keeps the clock from it, or lets it again.</summary>
public sealed partial class JobActions
{
    [Inject] public required RunJobNow RunNow { get; init; }

    [Inject] public required PauseJob Pause { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required JobRow Row { get; set; }

    /// <summary>Something was done: the jobs are to be read anew.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    private string Name => Text[$"Job.{Row.Job.Key}"];

    private string RunWord => Row.Last is { FinishedAt: not null, Succeeded: false } ? "Retry" : "RunNow";

    private string PauseWord => Row.Job.Paused ? "Resume" : "Pause";

    private async Task RunAsync()
    {
        await RunNow.ExecuteAsync(await ActorAsync(), Row.Job.Key, Cancelled);
        Refusals.Done(Text["Begun", Name]);
        await Changed.InvokeAsync();
    }

    private async Task SwitchAsync()
    {
        var wasPaused = Row.Job.Paused;
        await Pause.ExecuteAsync(await ActorAsync(), Row.Job.Key, !wasPaused, Cancelled);
        Refusals.Done(Text[wasPaused ? "HasResumed" : "HasPaused", Name]);
        await Changed.InvokeAsync();
    }
}
