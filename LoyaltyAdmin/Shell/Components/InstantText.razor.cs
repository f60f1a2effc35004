using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>An instant on the program's clock; a dash where there is none.</summary>
public sealed partial class InstantText
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    /// <summary>The instant (UTC).</summary>
    [Parameter, EditorRequired] public DateTime? At { get; set; }

    /// <summary>Whether the day is enough.</summary>
    [Parameter] public bool DayOnly { get; set; }
}
