using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>How people join, by which channels they come, and what that costs.</summary>
public sealed partial class JoiningPage
{
    private ProgramConditions? conditions;
    private int version;
    private int? draftNumber;
    private bool mayEdit;

    [Inject] public required ProgramQueries Programs { get; init; }

    [Inject] public required ConditionsWords Words { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayEdit = actor.May(Permission.ProgramEdit);
        var overview = await Programs.OverviewAsync(actor, Cancelled);
        version = overview.InForce.Number;
        draftNumber = overview.DraftVersion is { } draft && draft.Conditions.Joining != overview.InForce.Conditions.Joining ? draft.Number : null;
        conditions = overview.InForce.Conditions;
    }
}
