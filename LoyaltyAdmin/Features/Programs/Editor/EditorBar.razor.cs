using LoyaltyAdmin.Domain.Programs;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What is wrong, and what can be done with the draft; always in reach.</summary>
public sealed partial class EditorBar
{
    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public bool HasDraft { get; set; }

    [Parameter] public bool MayPublish { get; set; }

    /// <summary>The conditions that a publication would replace; null when it always changes something.</summary>
    [Parameter] public ProgramConditions? Replaced { get; set; }

    [Parameter, EditorRequired] public required Func<Task> Save { get; set; }

    [Parameter, EditorRequired] public required Func<Task> Publish { get; set; }

    [Parameter, EditorRequired] public required Func<Task> Discard { get; set; }

    private bool Idle => Form.Conditions == Replaced;

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];
}
