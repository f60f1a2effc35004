using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Where a version is, as a badge.</summary>
public sealed partial class VersionBadge
{
    [Parameter, EditorRequired] public VersionState State { get; set; }

    private string? Look => State switch
    {
        VersionState.InForce => "good",
        VersionState.Scheduled => "accent",
        VersionState.Draft => "careful",
        _ => null,
    };
}
