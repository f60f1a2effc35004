using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>The campaigns that run, made ready once for all receipts and threads, with the policy by which they stack.</summary>
public sealed class CampaignSet
{
    public static readonly CampaignSet Empty = new([], StackingPolicy.Usual);

    /// <summary>Makes campaigns ready.</summary>
    /// <param name="campaigns">Versions of campaigns; of one campaign several with times that do not overlap.</param>
    /// <param name="policy">How they stack.</param>
    public CampaignSet(IEnumerable<RunningCampaign> campaigns, StackingPolicy policy)
    {
        Policy = policy;
        Campaigns = [.. campaigns
            .OrderBy(c => c.Terms.Stacking.Priority).ThenBy(c => c.Key, StringComparer.Ordinal).ThenBy(c => c.Version)
            .Select(c => new PreparedCampaign(c))];
        Needs = Campaigns.Aggregate(CampaignNeeds.None, (needs, c) => needs | c.Needs);
    }

    public StackingPolicy Policy { get; }

    /// <summary>By priority, then by key.</summary>
    public IReadOnlyList<PreparedCampaign> Campaigns { get; }

    /// <summary>The facts that they ask for.</summary>
    public CampaignNeeds Needs { get; }
}
