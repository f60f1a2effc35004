using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>Points, with their name unless it stands in the column's head.</summary>
public sealed partial class PointsText
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter] public Points Value { get; set; }

    /// <summary>Whether the name of the points follows.</summary>
    [Parameter] public bool Unit { get; set; }

    /// <summary>Above zero shows a plus, below a minus.</summary>
    [Parameter] public int Sign { get; set; }

    private string? Prefix => Sign switch { > 0 => "+", < 0 => "\u2212", _ => null };
}
