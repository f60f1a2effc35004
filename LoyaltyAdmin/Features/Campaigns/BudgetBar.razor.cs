using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>How much of a limit is used up, as a bar and a figure.</summary>
public sealed partial class BudgetBar
{
    [Parameter, EditorRequired] public required BudgetUse Use { get; set; }

    /// <summary>What the limit is, for those who hear the page.</summary>
    [Parameter] public string Label { get; set; } = "";

    private string Width => string.Create(CultureInfo.InvariantCulture, $"{Math.Clamp(Use.Share * 100, 0, 100):0.#}%");
}
