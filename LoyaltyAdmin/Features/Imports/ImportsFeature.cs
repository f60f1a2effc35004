using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Platform.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What the imports feature brings into the program.</summary>
public static class ImportsFeature
{
    public static void AddImports(this IServiceCollection services)
    {
        TextEncodings.Register();
        services.TryAddSingleton<CodeTexts>();
        services.AddSingleton<ImportFolder>(container => new ImportFolder(
            container.GetRequiredService<IConfiguration>(), container.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton<ImportBoard>();
        services.AddSingleton<RunImport>();
        services.AddSingleton<StartImport>();
        services.AddSingleton<CancelImport>();
        services.AddSingleton<ImportQueries>();
        services.AddHostedService<ImportRunner>();
    }
}
