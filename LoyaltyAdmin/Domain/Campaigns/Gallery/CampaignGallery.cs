namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns by goal.</summary>
public static class CampaignGallery
{
    /// <summary>All of them, in the order of the goals.</summary>
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        .. FirstPurchaseTemplates.All,
        .. SecondPurchaseTemplates.All,
        .. AverageCheckTemplates.All,
        .. FrequencyTemplates.All,
        .. WinBackTemplates.All,
        .. BirthdayTemplates.All,
        .. SlowDaysTemplates.All,
        .. CategoryTemplates.All,
        .. BasketTemplates.All,
        .. ReferralTemplates.All,
        .. EventTemplates.All,
    ];
}
