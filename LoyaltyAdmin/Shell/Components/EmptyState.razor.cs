using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>What a list is for while nothing is in it, and the one button to begin.</summary>
public sealed partial class EmptyState
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter] public string? Help { get; set; }

    /// <summary>Name of a Material symbol.</summary>
    [Parameter] public string Icon { get; set; } = "inbox";

    [Parameter] public RenderFragment? ChildContent { get; set; }

    /// <summary>Whether it is all that the page has, and so its title.</summary>
    [Parameter] public bool WholePage { get; set; }
}
