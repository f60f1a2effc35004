using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace LoyaltyAdmin.Platform;

/// <summary>Services that know nothing of loyalty.</summary>
public static class PlatformRegistration
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        builder.AddDevelopmentSettings();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<BusinessClock>();
        builder.Services.AddExcel();
    }

    /// <summary>
    /// The settings of development lie above the content root and are copied beside the program. Whatever else is set,
    /// such as an environment variable, wins over them.
    /// </summary>
    private static void AddDevelopmentSettings(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            var sources = builder.Configuration.Sources;
            var lastFile = sources.LastOrDefault(source => source is JsonConfigurationSource);
            var file = new JsonConfigurationSource { Path = "appsettings.Development.json", Optional = true };
            file.FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory);
            sources.Insert(lastFile is null ? 0 : sources.IndexOf(lastFile) + 1, file);
        }
    }
}
