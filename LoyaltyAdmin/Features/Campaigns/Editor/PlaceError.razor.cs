using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>What is wrong at a place of the terms.</summary>
public sealed partial class PlaceError
{
    /// <summary>As the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }
}
