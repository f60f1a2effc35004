using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>What the goods feature brings into the program.</summary>
public static class GoodsFeature
{
    public const string ExportPath = "/exports/goods.xlsx";

    public static void AddGoods(this IServiceCollection services)
    {
        services.AddSingleton<GoodsCounts>();
        services.AddSingleton<GoodsQueries>();
        services.AddSingleton<GoodsExport>();
    }

    /// <summary>The list as a workbook, by the filters of the list's address.</summary>
    public static void MapGoodsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(ExportPath, ExportAsync).RequireAuthorization(nameof(Permission.DashboardView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, GoodsExport export, IStringLocalizer<GoodsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
