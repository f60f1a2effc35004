using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>Who changed what, to read and to take along.</summary>
public static class AuditFeature
{
    public static void AddAudit(this IServiceCollection services) => services.AddScoped<AuditExport>();

    /// <summary>The list as a workbook.</summary>
    public static void MapAuditExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/audit.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.AuditView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, AuditExport export, IStringLocalizer<AuditText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
