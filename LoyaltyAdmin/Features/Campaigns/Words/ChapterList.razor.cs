using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>A campaign in sentences.</summary>
public sealed partial class ChapterList
{
    [Parameter, EditorRequired] public required IReadOnlyList<CampaignChapter> Chapters { get; set; }
}
