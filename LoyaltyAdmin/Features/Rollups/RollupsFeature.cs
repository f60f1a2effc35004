namespace LoyaltyAdmin.Features.Rollups;

/// <summary>Rebuilding and checking the rollups.</summary>
public static class RollupsFeature
{
    public static void AddRollups(this IServiceCollection services)
    {
        services.AddSingleton<RebuildRollups>();
        services.AddSingleton<CheckRollups>();
    }
}
