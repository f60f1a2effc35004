using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>How a run went, in a few words.</summary>
public sealed partial class JobOutcome
{
    [Inject] public required JobWords Words { get; init; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required JobRunRow Run { get; set; }

    /// <summary>Whether what it did is told elsewhere.</summary>
    [Parameter] public bool OnlyState { get; set; }

    private string Look => Run.State switch
    {
        JobRunState.Running => "accent",
        JobRunState.Succeeded => "good",
        _ => "bad",
    };
}
