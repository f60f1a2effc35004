using LoyaltyAdmin.Domain.Members.Duplicates;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>One member's value of a field, to be chosen where the other's differs.</summary>
public sealed partial class MergeChoice
{
    [Parameter, EditorRequired] public MergeField Field { get; set; }

    /// <summary>In words; null where nothing is known.</summary>
    [Parameter, EditorRequired] public string? Value { get; set; }

    /// <summary>Whether there is something to choose.</summary>
    [Parameter] public bool Open { get; set; }

    [Parameter] public bool Chosen { get; set; }

    [Parameter] public EventCallback Choose { get; set; }
}
