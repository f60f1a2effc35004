using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>What joining brings into the program.</summary>
public static class JoiningFeature
{
    /// <summary>The address of the workbook of channels.</summary>
    public const string Export = "/exports/channels.xlsx";

    public static void AddJoining(this IServiceCollection services)
    {
        services.AddSingleton<WelcomeMembers>();
        services.AddSingleton<SetAcquisitionCost>();
        services.AddSingleton<AcquisitionQueries>();
        services.AddSingleton<AcquisitionExport>();
        services.AddSingleton<ITermsChapter, JoiningChapter>();
    }

    /// <summary>Channels and their cost as a workbook, by the filters of the list's address.</summary>
    public static void MapJoiningExports(this IEndpointRouteBuilder app) =>
        app.MapGet(Export, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, AcquisitionExport export, IStringLocalizer<JoiningText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Channels"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
