using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>A number from nothing to a most, with its label; what is more is told and not taken.</summary>
public sealed partial class PercentField
{
    private bool wrong;

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> Changed { get; set; }

    [Parameter] public string Unit { get; set; } = "%";

    [Parameter] public decimal Most { get; set; } = 100;

    [Parameter] public int Decimals { get; set; } = 2;

    [Parameter] public bool MayBeEmpty { get; set; } = true;

    /// <summary>What an empty field means.</summary>
    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Help { get; set; }

    private Task TellAsync(decimal? value)
    {
        wrong = value < 0 || value > Most;
        return wrong ? Task.CompletedTask : Changed.InvokeAsync(value);
    }
}
