using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A line of text with its label above, and below it what is wrong or else what helps.</summary>
public sealed partial class MemberField
{
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Value { get; set; }

    [Parameter] public EventCallback<string?> ValueChanged { get; set; }

    [Parameter] public string Type { get; set; } = "text";

    [Parameter] public string Autocomplete { get; set; } = "off";

    [Parameter] public string? Help { get; set; }

    /// <summary>Whether it only shows.</summary>
    [Parameter] public bool ReadOnly { get; set; }

    /// <summary>What is wrong, in words.</summary>
    [Parameter] public string? Error { get; set; }

    private Task ChangeAsync(ChangeEventArgs args) => ValueChanged.InvokeAsync((string?)args.Value);
}
