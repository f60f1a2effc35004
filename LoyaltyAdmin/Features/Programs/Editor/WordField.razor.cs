using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is a word.</summary>
public sealed partial class WordField
{
    [Parameter] public string Value { get; set; } = "";

    [Parameter] public EventCallback<string> Changed { get; set; }

    /// <summary>The most characters.</summary>
    [Parameter] public int Most { get; set; } = 40;
}
