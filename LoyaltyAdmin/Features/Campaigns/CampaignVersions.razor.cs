using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Words;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>All versions of a campaign, each with what it changed.</summary>
public sealed partial class CampaignVersions
{
    [Parameter, EditorRequired] public required Campaign Campaign { get; set; }

    [Parameter, EditorRequired] public required CampaignWords Words { get; set; }
}
