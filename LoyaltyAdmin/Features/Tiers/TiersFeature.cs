namespace LoyaltyAdmin.Features.Tiers;

/// <summary>What the levels of members bring into the program.</summary>
public static class TiersFeature
{
    public static void AddTiers(this IServiceCollection services)
    {
        services.AddSingleton<TierCourses>();
        services.AddSingleton<TierQueries>();
        services.AddSingleton<RecalculateTiers>();
        services.AddSingleton<PreviewLadder>();
        services.AddSingleton<GiveTier>();
    }
}
