using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>What runs by the clock: when, how it went, and a way to run it now.</summary>
public sealed partial class JobsPage
{
    [Inject] public required JobQueries Queries { get; init; }

    private IEnumerable<string> Figures =>
    [
        Text["CountJobs", Shown!.Total],
        Text["CountFailed", Shown.Rows.Count(row => row.Last?.State == JobRunState.Failed)],
    ];

    protected override TableList<JobRow, NoFilter> Describe() => JobsTable.Jobs(Text, Words, Units);

    protected override Task OpenAsync()
    {
        _ = FreshJobs.KeepAsync(() => InvokeAsync(RefreshAsync), DispatchExceptionAsync, Cancelled);
        return Task.CompletedTask;
    }

    protected override async Task<Page<JobRow>> ReadAsync(ListState<NoFilter> state, PageRequest page)
    {
        var all = await Queries.ListAsync(Actor, Cancelled);
        return new Page<JobRow>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }

    private async Task RefreshAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }
}
