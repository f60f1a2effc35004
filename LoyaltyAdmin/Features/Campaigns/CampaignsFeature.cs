using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Campaigns: written, approved, run at the tills and measured (R8-R10).</summary>
public static class CampaignsFeature
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.TryAddSingleton<CampaignBook>();
        services.AddSingleton<PromotionSettingsStore>();
        services.AddSingleton<CampaignChange>();
        services.AddSingleton<CampaignAudiences>();
        services.AddSingleton<CampaignQueries>();
        services.AddSingleton<WriteCampaign>();
        services.AddSingleton<MoveCampaign>();
        services.AddSingleton<AudienceListBook>();
        return services;
    }
}
