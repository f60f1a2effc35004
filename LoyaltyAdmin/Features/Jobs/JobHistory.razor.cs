using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>The latest runs of one job.</summary>
public sealed partial class JobHistory
{
    private IReadOnlyList<JobRunRow> runs = [];

    [Inject] public required JobQueries Queries { get; init; }

    [Parameter, EditorRequired] public required string Key { get; set; }

    protected override async Task OnInitializedAsync() => runs = await Queries.HistoryAsync(await ActorAsync(), Key, Cancelled);
}
