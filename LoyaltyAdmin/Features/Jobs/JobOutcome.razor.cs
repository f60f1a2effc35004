using LoyaltyAdmin.Platform.Localization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>How a run went, in a few words.</summary>
public sealed partial class JobOutcome
{
    [Inject] public required CodeTexts Words { get; init; }

    [Parameter, EditorRequired] public required JobRunRow Run { get; set; }

    private string NameOf(JobCount count) => Text[$"Count.{count.Name}"] is { ResourceNotFound: false } name ? name.Value : count.Name;
}
