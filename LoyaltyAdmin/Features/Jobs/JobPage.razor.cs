using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>One job: when it runs, how its runs went, and a way to run it now.</summary>
public sealed partial class JobPage
{
    private JobRow? row;
    private JobHistory? history;
    private bool missing;

    [Inject] public required JobQueries Queries { get; init; }

    [Parameter] public required string Key { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();
        _ = FreshJobs.KeepAsync(() => InvokeAsync(ReadAsync), DispatchExceptionAsync, Cancelled);
    }

    private async Task ReadAsync()
    {
        row = (await Queries.ListAsync(await ActorAsync(), Cancelled)).FirstOrDefault(job => job.Job.Key == Key);
        missing = row is null;
        if (history is not null)
        {
            await history.RefreshAsync();
        }

        StateHasChanged();
    }
}
