namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A running total of a member in a campaign, such as stamps of a card; returns lower it.</summary>
public sealed class MemberCounter
{
    public const int LongestName = 60;

    public required int CampaignId { get; init; }

    public required long MemberId { get; init; }

    /// <summary>Name of the counter within the campaign.</summary>
    public required string Counter { get; init; }

    /// <summary>First local day of the span that it counts.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Purchases, thousandths of a unit or hundredths of money.</summary>
    public long Total { get; set; }

    /// <summary>How often it was rewarded.</summary>
    public int Rewarded { get; set; }
}
