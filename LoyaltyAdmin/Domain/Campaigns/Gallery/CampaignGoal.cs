namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>What a shop wants from a campaign.</summary>
public enum CampaignGoal
{
    FirstPurchase,
    SecondPurchase,
    AverageCheck,
    Frequency,
    WinBack,
    Birthday,

    /// <summary>Days and hours in which few buy.</summary>
    SlowDays,
    Category,

    /// <summary>More different goods on a receipt.</summary>
    Basket,

    /// <summary>Friends who are brought.</summary>
    Referral,

    /// <summary>A holiday, a sale, an anniversary.</summary>
    Event,
}
