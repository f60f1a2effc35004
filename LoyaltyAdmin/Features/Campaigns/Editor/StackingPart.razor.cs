using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>How the campaign stands among others.</summary>
public sealed partial class StackingPart
{
    private CampaignStacking S => Form.Terms.Stacking;

    private void Set(Func<CampaignStacking, CampaignStacking> change) => Form.Set(t => t with { Stacking = change(t.Stacking) });
}
