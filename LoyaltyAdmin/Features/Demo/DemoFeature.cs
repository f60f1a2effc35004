using LoyaltyAdmin.Shell.Layout;

namespace LoyaltyAdmin.Features.Demo;

/// <summary>An invented shop to look at the portal with.</summary>
public static class DemoFeature
{
    public static void AddDemo(this IServiceCollection services)
    {
        services.AddSingleton<DemoSettings>(container => DemoSettings.Of(
            container.GetRequiredService<IConfiguration>(), container.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<DemoBoard>();
        services.AddSingleton<DemoQueries>();
        services.AddSingleton<MakeDemoShop>();
        services.AddSingleton<RemoveDemoShop>();
        services.AddSingleton<StartDemoShop>();
        services.AddSingleton(new PageNotice(typeof(DemoBanner)));
        services.AddHostedService<DemoShopStarter>();
    }
}
