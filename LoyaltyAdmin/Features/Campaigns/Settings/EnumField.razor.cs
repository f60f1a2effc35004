using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>One of a few, with its label.</summary>
/// <typeparam name="TChoice">What is chosen from.</typeparam>
public sealed partial class EnumField<TChoice>
{
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public TChoice Value { get; set; }

    [Parameter] public EventCallback<TChoice> Changed { get; set; }

    [Parameter] public string? Help { get; set; }
}
