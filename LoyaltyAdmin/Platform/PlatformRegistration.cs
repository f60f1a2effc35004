using LoyaltyAdmin.Platform.Excel;

namespace LoyaltyAdmin.Platform;

/// <summary>Services that know nothing of loyalty.</summary>
public static class PlatformRegistration
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<BusinessClock>();
        builder.Services.AddExcel();
    }
}
