using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Households;

/// <summary>What households bring into the program.</summary>
public static class HouseholdsFeature
{
    /// <summary>The address of the workbook.</summary>
    public const string Export = "/exports/households.xlsx";

    public static void AddHouseholds(this IServiceCollection services)
    {
        services.AddSingleton<HouseholdTransaction>();
        services.AddSingleton<MakeHousehold>();
        services.AddSingleton<JoinHousehold>();
        services.AddSingleton<LeaveHousehold>();
        services.AddSingleton<NameHead>();
        services.AddSingleton<HouseholdQueries>();
        services.AddSingleton<HouseholdsExport>();
    }

    /// <summary>Households as a workbook, by the filters of the list's address.</summary>
    public static void MapHouseholdsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(Export, ExportAsync).RequireAuthorization(nameof(Permission.MembersView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, HouseholdsExport export, IStringLocalizer<HouseholdsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
