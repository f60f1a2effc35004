namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>How a campaign stands among others (R8). Its stage follows from what it gives.</summary>
public sealed record CampaignStacking
{
    /// <summary>Key of the <see cref="StackingGroup"/> in which it competes; null for none, so that it adds to the others.</summary>
    public string? Group { get; init; }

    /// <summary>The lower, the earlier within its stage or group; of equal ones the key decides.</summary>
    public int Priority { get; init; } = 100;

    /// <summary>Whether it stands alone on a receipt: not after another campaign, and none after it.</summary>
    public bool Exclusive { get; init; }
}
