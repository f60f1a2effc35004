using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What there is to know of the state of a campaign: what it waits for, why a second person is asked, what was remarked.</summary>
public sealed partial class CampaignState
{
    [Parameter, EditorRequired] public required CampaignRow Row { get; set; }

    /// <summary>Why a second person is asked.</summary>
    [Parameter] public IReadOnlyList<Rejection> Above { get; set; } = [];
}
