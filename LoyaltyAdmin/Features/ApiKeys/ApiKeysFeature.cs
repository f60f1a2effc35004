using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Keys by which machines call the REST API.</summary>
public static class ApiKeysFeature
{
    public static void AddApiKeys(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyRing>();
        services.AddSingleton<ApiKeyQueries>();
        services.AddScoped<ApiKeysExport>();
        services.AddSingleton<CreateApiKey>();
        services.AddSingleton<RevokeApiKey>();
        services.AddSingleton<BootstrapApiKey>();
        services.AddScoped<IAuditSubject, ApiKeyHistoryWords>();
    }

    /// <summary>Creates the key of the settings; after the migrations.</summary>
    public static Task PrepareApiKeysAsync(this WebApplication app) =>
        app.Services.GetRequiredService<BootstrapApiKey>().ExecuteAsync(app.Lifetime.ApplicationStopping);

    /// <summary>The list as a workbook.</summary>
    public static void MapApiKeysExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/api-keys.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.ApiKeysManage), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, ApiKeysExport export, IStringLocalizer<ApiKeysText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
