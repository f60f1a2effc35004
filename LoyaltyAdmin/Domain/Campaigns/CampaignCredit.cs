using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>When the points of a campaign activate and expire. What is null is as in the main scheme.</summary>
public sealed record CampaignCredit
{
    public ActivationConditions? Activation { get; init; }

    public ExpiryConditions? Expiry { get; init; }
}
