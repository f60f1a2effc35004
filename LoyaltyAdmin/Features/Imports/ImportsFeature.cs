using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

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

    /// <summary>The rows that an import refused, as a file.</summary>
    public static void MapImports(this IEndpointRouteBuilder app) =>
        app.MapGet("/imports/{id:int}/errors.csv", ErrorsAsync).RequireAuthorization(nameof(Permission.ImportsView));

    private static Task<IResult> ErrorsAsync(
        int id, HttpContext http, ImportQueries queries, IStringLocalizer<ImportsText> text, CancellationToken ct) =>
        Downloads.FileAsync(text["ErrorsFileName", id] + ".csv", "text/csv", file => queries.WriteErrorsAsync(http.User.ToActor(), id, file, ct));
}
