using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The terms, written from the settings.</summary>
public static class TermsFeature
{
    /// <summary>The address of the workbook of editions.</summary>
    public const string EditionsWorkbook = "/exports/terms-editions.xlsx";

    public static void AddTerms(this IServiceCollection services)
    {
        services.AddSingleton<ITermsChapter, MainSchemeChapter>();
        services.AddSingleton<TermsExample>();
        services.AddSingleton<WriteTerms>();
        services.AddSingleton<RecordTerms>();
        services.AddSingleton<TermsQueries>();
        services.AddSingleton<TermsExport>();
    }

    /// <summary>The editions as a workbook.</summary>
    public static void MapTermsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(EditionsWorkbook, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, TermsExport export, IStringLocalizer<TermsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Editions"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
