using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Which campaigns are listed; what is null does not matter.</summary>
public sealed record CampaignFilter
{
    /// <summary>In the name or key.</summary>
    public string? Search { get; init; }

    public CampaignStatus? Status { get; init; }

    public BudgetBlock? Block { get; init; }

    /// <summary>Whether a campaign is meant.</summary>
    public bool Takes(CampaignRow row) =>
        (Search is null || row.Campaign.Name.Contains(Search, StringComparison.CurrentCultureIgnoreCase) || row.Campaign.Key.Contains(Search, StringComparison.OrdinalIgnoreCase))
        && (Status is null || row.Status == Status)
        && (Block is null || row.Block == Block);
}
