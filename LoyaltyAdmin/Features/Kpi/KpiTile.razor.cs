using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>One figure: its value, how it differs from the previous period, its course, and what it means on hover and focus.</summary>
public sealed partial class KpiTile
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required KpiDefinition Definition { get; set; }

    /// <summary>Whether the value is being counted.</summary>
    [Parameter] public bool IsLoading { get; set; }

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public decimal? Previous { get; set; }

    /// <summary>Whether there is a previous period to speak of.</summary>
    [Parameter] public bool Compares { get; set; }

    /// <summary>The course within the period; empty for none.</summary>
    [Parameter] public IReadOnlyList<decimal> Course { get; set; } = [];

    /// <summary>Where the rows are.</summary>
    [Parameter] public string? Href { get; set; }

    private string DefinitionId => $"kpi-{Definition.Key}";

    private KpiChange? Change => KpiChange.Of(Definition, Value, Previous);

    private string Name => Text[$"Kpi.{Definition.Key}"];

    private string Shown => KpiFormats.Value(Definition.Unit, Value, Units, Text);

    private string? Sense => Change?.Good switch { true => "good", false => "bad", null => "quiet" };
}
