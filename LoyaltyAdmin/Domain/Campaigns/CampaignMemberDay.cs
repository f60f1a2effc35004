namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>How often a member used a campaign on a local day.</summary>
public sealed class CampaignMemberDay
{
    public required int CampaignId { get; init; }

    public required long MemberId { get; init; }

    public required DateOnly Day { get; init; }

    public int Uses { get; set; }
}
