using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>The first and the last day of what a list shows.</summary>
public sealed partial class PeriodFilter
{
    [Parameter, EditorRequired] public DateOnly? From { get; set; }

    /// <summary>The last day that still counts.</summary>
    [Parameter, EditorRequired] public DateOnly? To { get; set; }

    /// <summary>Another period.</summary>
    [Parameter, EditorRequired] public EventCallback<(DateOnly? From, DateOnly? To)> Changed { get; set; }

    private Dictionary<string, object> Named(string key) => new() { ["aria-label"] = Text[key].Value };
}
