using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>How a run went, in a few words.</summary>
public sealed partial class JobOutcome
{
    [Inject] public required CodeTexts Words { get; init; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required JobRunRow Run { get; set; }

    private string NameOf(JobCount count) => Text[$"Count.{count.Name}"] is { ResourceNotFound: false } name ? name.Value : count.Name;

    /// <summary>Points are counted in the program's smallest part of one.</summary>
    private string FigureOf(JobCount count) =>
        count.Name == "PointParts" ? Formats.Points(count.Value, Units.PointDecimals) : Formats.Number(count.Value);
}
