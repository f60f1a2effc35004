using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A reward while it is edited.</summary>
public sealed class RewardDraft(Reward settings)
{
    public Reward Settings { get; set; } = settings;
}
