using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A group of settings as a person thinks of them.</summary>
public sealed partial class EditorSection
{
    [Parameter, EditorRequired] public required string Key { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
