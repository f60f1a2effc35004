using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What the receipts feature brings into the program.</summary>
public static class ReceiptsFeature
{
    public static void AddReceipts(this IServiceCollection services)
    {
        services.TryAddSingleton<CampaignBook>();
        services.TryAddSingleton<CouponCodes>();
        services.AddSingleton<ReceiptPoster>();
        services.AddSingleton<QuoteReceipt>();
        services.AddSingleton<ActivateReceipt>();
        services.AddSingleton<FindHold>();
        services.AddSingleton<HeldOffers>();
        services.AddSingleton<LapseHolds>();
        services.AddSingleton<FindReceipt>();
        services.AddSingleton<ReceiptListQueries>();
        services.AddSingleton<ReceiptQueries>();
        services.AddSingleton<ReasonWords>();
        services.AddSingleton<ReceiptsExport>();
    }

    /// <summary>The list as a workbook, by the filters of the list's address.</summary>
    public static void MapReceiptsExports(this IEndpointRouteBuilder app) =>
        app.MapGet("/exports/receipts.xlsx", ExportAsync).RequireAuthorization(nameof(Permission.ReceiptsView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, ReceiptsExport export, IStringLocalizer<ReceiptsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));
}
