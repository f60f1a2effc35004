using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Keys by which machines call the REST API.</summary>
public static class ApiKeysFeature
{
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyRing>();
        services.AddSingleton<ApiKeyQueries>();
        services.AddSingleton<CreateApiKey>();
        services.AddSingleton<RevokeApiKey>();
        services.AddSingleton<BootstrapApiKey>();
        services.AddScoped<IAuditSubject, ApiKeyHistoryWords>();
    }

    /// <summary>Creates the key of the settings; after the migrations.</summary>
    public static Task PrepareApiKeysAsync(this WebApplication app) =>
        app.Services.GetRequiredService<BootstrapApiKey>().ExecuteAsync(app.Lifetime.ApplicationStopping);
}
