using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>The catalog of conditions or of rewards by theme, to take one from.</summary>
public sealed partial class MechanicPicker
{
    /// <summary>Condition or Reward: the first word of the texts' keys.</summary>
    [Parameter, EditorRequired] public required string Kind { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>Themes with the keys of their mechanics.</summary>
    [Parameter, EditorRequired] public required IEnumerable<(string Theme, IEnumerable<string> Mechanics)> Themes { get; set; }

    /// <summary>Gets the key of the mechanic that was taken.</summary>
    [Parameter] public EventCallback<string> Chosen { get; set; }
}
