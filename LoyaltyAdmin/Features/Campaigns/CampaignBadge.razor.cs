using LoyaltyAdmin.Domain.Campaigns;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Where a campaign is in its life, in a word and a colour.</summary>
public sealed partial class CampaignBadge
{
    [Parameter, EditorRequired] public required CampaignStatus Status { get; set; }

    private string? Colour => Status switch
    {
        CampaignStatus.Running => "good",
        CampaignStatus.Review or CampaignStatus.Paused => "careful",
        CampaignStatus.Approved or CampaignStatus.Scheduled => "accent",
        _ => null,
    };
}
