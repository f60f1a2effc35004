using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>What needs attention today; nothing where there is nothing.</summary>
public sealed partial class AttentionList
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required IReadOnlyList<AttentionItem> Items { get; set; }

    private string Words(AttentionItem item) =>
        Text[item.Text, Formats.Number(item.Count), item.Points is { } points ? Formats.Points(points, Units) : ""];
}
