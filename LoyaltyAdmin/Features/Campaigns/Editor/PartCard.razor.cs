using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A card of the editor: what it is about, and its fields.</summary>
public sealed partial class PartCard
{
    /// <summary>What, for whom, when, on what conditions and so on: the key of its words.</summary>
    [Parameter, EditorRequired] public required string Key { get; set; }

    [Parameter] public RenderFragment? ChildContent { get; set; }
}
