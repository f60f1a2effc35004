using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>Some of the things that campaigns name by keys, to tick.</summary>
public sealed partial class KeysBox
{
    /// <summary>As the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>What can be chosen.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<NamedKey> Known { get; set; }

    /// <summary>Keys of what is chosen.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<string> Chosen { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<string>> Changed { get; set; }

    private Task Toggle(string key, bool wanted) => Changed.InvokeAsync(wanted ? [.. Chosen.Where(c => c != key), key] : [.. Chosen.Where(c => c != key)]);
}
