using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>A table of fields with their types and meanings; nothing where there are none.</summary>
public sealed partial class GuideFields
{
    [Parameter, EditorRequired] public required string Title { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<ApiField> Fields { get; set; }
}
