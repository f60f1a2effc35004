using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>A step back from a page of the third level.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>The head of a page: its title in page and window, a sentence, the way back, the main action at the right.</summary>
public sealed partial class PageHeader
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter] public string? Subtitle { get; set; }

    /// <summary>The pages above this one, from the top.</summary>
    [Parameter] public IReadOnlyList<Crumb> Crumbs { get; set; } = [];

    /// <summary>Badges beside the title.</summary>
    [Parameter] public RenderFragment? TitleExtra { get; set; }

    [Parameter] public RenderFragment? Actions { get; set; }
}
