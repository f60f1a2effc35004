using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>When the campaign runs, in the local time of the program.</summary>
public sealed partial class WhenPart
{
    private CampaignPeriod P => Form.Terms.Period;

    private void Set(Func<CampaignPeriod, CampaignPeriod> change) => Form.Set(t => t with { Period = change(t.Period) });
}
