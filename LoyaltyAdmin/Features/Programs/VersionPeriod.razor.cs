using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>From when until when a version is in force, in words.</summary>
public sealed partial class VersionPeriod
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required VersionRow Version { get; set; }
}
