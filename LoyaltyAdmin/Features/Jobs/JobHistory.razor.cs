using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>The runs of one job.</summary>
public sealed partial class JobHistory
{
    private Choice<JobRunState?>[] states = [];

    [Inject] public required JobQueries Queries { get; init; }

    [Parameter, EditorRequired] public required string Key { get; set; }

    private IEnumerable<string> Figures => [Text["CountRuns", Shown!.Total], Text["CountFailed", Shown.Failed]];

    /// <summary>Reads anew.</summary>
    public async Task RefreshAsync()
    {
        await ReloadAsync();
        StateHasChanged();
    }

    protected override TableList<JobRunRow, JobRunFilter> Describe() => JobsTable.Runs(Text, Words, Units, Key);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllOutcomes"], null), .. Enum.GetValues<JobRunState>().Select(state => new Choice<JobRunState?>(Text[state.ToString()], state))];
        return Task.CompletedTask;
    }

    protected override Task<JobRunList> ReadAsync(ListState<JobRunFilter> state, PageRequest page) =>
        Queries.RunsAsync(Actor, Key, state.Filter, state.Descending, page, Cancelled);
}
