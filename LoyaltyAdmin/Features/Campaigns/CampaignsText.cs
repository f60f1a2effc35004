namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Key of the texts of campaigns.</summary>
public sealed class CampaignsText;
