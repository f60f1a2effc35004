using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>What the campaign gives: one reward or several.</summary>
public sealed partial class RewardsPart
{
    private bool picking;

    private void Add(string key)
    {
        Form.Rewards.Add(new RewardDraft(MechanicOffer.New(RewardCatalog.All.Single(m => m.Key == key))));
        picking = false;
        Form.Touch();
    }

    private void Set(RewardDraft reward, object settings)
    {
        reward.Settings = (Reward)settings;
        Form.Touch();
    }

    private void Remove(RewardDraft reward)
    {
        Form.Rewards.Remove(reward);
        Form.Touch();
    }
}
