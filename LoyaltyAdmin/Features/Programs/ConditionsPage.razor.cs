using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>What the program promises now, what is to come, and what was.</summary>
public sealed partial class ConditionsPage
{
    private ProgramOverview? overview;
    private bool mayEdit;

    [Inject] public required ProgramQueries Queries { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayEdit = actor.May(Permission.ProgramEdit);
        overview = await Queries.OverviewAsync(actor, Cancelled);
    }
}
