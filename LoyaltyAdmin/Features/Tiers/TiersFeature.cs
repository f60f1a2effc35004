using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>What the levels of members bring into the program.</summary>
public static class TiersFeature
{
    /// <summary>The address of the workbook of steps.</summary>
    public const string StepsExport = "/exports/level-steps.xlsx";

    public static void AddTiers(this IServiceCollection services)
    {
        services.AddSingleton<TierCourses>();
        services.AddSingleton<TierQueries>();
        services.AddSingleton<TierStepQueries>();
        services.AddSingleton<TierStepsExport>();
        services.AddSingleton<RecalculateTiers>();
        services.AddSingleton<PreviewLadder>();
        services.AddSingleton<GiveTier>();
    }

    /// <summary>The steps as a workbook, by the filters of the list's address.</summary>
    public static void MapTiersExports(this IEndpointRouteBuilder app) =>
        app.MapGet(StepsExport, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, TierStepsExport export, IStringLocalizer<TiersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Steps"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
