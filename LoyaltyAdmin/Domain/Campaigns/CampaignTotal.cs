using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>How much of a campaign is used up by all; what holds have set aside counts (R9). Changed by conditional updates alone.</summary>
public sealed class CampaignTotal
{
    public required int CampaignId { get; init; }

    public long Uses { get; set; }

    public Points Points { get; set; }

    /// <summary>Discounts and promised money.</summary>
    public Money Money { get; set; }
}
