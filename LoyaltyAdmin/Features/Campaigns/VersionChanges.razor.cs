using LoyaltyAdmin.Features.Campaigns.Words;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What two versions of a campaign say differently, line by line.</summary>
public sealed partial class VersionChanges
{
    [Parameter, EditorRequired] public required IReadOnlyList<ChapterChange> Changes { get; set; }
}
