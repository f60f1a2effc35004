using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>A share that the shop's data tell, or that people say; it says which.</summary>
public sealed partial class AssumedShare
{
    private bool wrong;

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>Between 0 and 1.</summary>
    [Parameter] public decimal Value { get; set; }

    [Parameter] public EventCallback<decimal> ValueChanged { get; set; }

    /// <summary>What the data tell; null where they do not.</summary>
    [Parameter] public decimal? Measured { get; set; }

    /// <summary>Where the value comes from.</summary>
    [Parameter, EditorRequired] public required string Origin { get; set; }

    private decimal Percent => decimal.Round(Value * 100m, 1);

    private Task ChangeAsync(decimal? percent)
    {
        wrong = percent is null or > 100m;
        return wrong ? Task.CompletedTask : ValueChanged.InvokeAsync(percent!.Value / 100m);
    }
}
