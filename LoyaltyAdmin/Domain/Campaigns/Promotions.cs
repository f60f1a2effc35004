namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What the engine needs to run campaigns on one receipt.</summary>
/// <param name="Campaigns">Those that may run; serves all threads.</param>
/// <param name="Facts">Of the member and of the campaigns' limits.</param>
public sealed record Promotions(CampaignSet Campaigns, CampaignFacts Facts)
{
    /// <summary>Whether campaigns whose conditions do not hold are told too, with what failed: for the simulator.</summary>
    public bool Trace { get; init; }
}
