using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>A name that the setup asks for.</summary>
public sealed partial class SetupWord
{
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> Changed { get; set; }
}
