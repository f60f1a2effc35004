using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The same words in both languages, side by side.</summary>
public sealed partial class BothLanguages
{
    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required LocalWords Words { get; set; }

    /// <summary>Lines of the boxes.</summary>
    [Parameter] public int Rows { get; set; } = 1;

    [Parameter] public EventCallback<LocalWords> Changed { get; set; }

    private static string Clean(object? value) => ((string?)value ?? "").Trim();
}
