using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>What a list is filtered by, in words, with the address of the list without it.</summary>
public sealed record FilterChip(string Words, string Without);

/// <summary>The filters of a list, each cleared by a click, or all at once.</summary>
public sealed partial class FilterChips
{
    [Parameter, EditorRequired] public required IReadOnlyList<FilterChip> Chips { get; set; }

    /// <summary>The address of the list without any filter.</summary>
    [Parameter, EditorRequired] public required string All { get; set; }
}
