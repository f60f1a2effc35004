using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>The versions of the program: since when, by whom and why.</summary>
public sealed partial class VersionsList
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required IReadOnlyList<VersionRow> Versions { get; set; }
}
