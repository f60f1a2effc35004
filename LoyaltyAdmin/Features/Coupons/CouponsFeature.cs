using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Coupons and promo codes (R17).</summary>
public static class CouponsFeature
{
    public static IServiceCollection AddCoupons(this IServiceCollection services)
    {
        services.AddSingleton<CouponQueries>();
        services.TryAddSingleton<CouponCodes>();
        services.AddSingleton<SaveCouponSeries>();
        services.AddSingleton<IssueCoupons>();
        services.AddSingleton<ImportCoupons>();
        services.AddSingleton<VoidCoupons>();
        services.AddSingleton<CheckCoupon>();
        services.AddSingleton<CouponsExport>();
        return services;
    }

    public static void MapCouponsExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/exports/coupon-series.xlsx", SeriesAsync).RequireAuthorization(nameof(Permission.PromotionsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/coupons/{id:long}.xlsx", CodesAsync).RequireAuthorization(nameof(Permission.PromotionsEdit), nameof(Permission.ReportsExport));
    }

    private static Task<IResult> SeriesAsync(ListParameters asked, HttpContext http, CouponsExport export, IStringLocalizer<CouponsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.WriteSeriesAsync(http.User.ToActor(), file, asked, ct));

    private static async Task<IResult> CodesAsync(long id, ListParameters asked, HttpContext http, CouponsExport export, CouponQueries queries, CancellationToken ct)
    {
        var actor = http.User.ToActor();
        return await queries.FindAsync(actor, id, ct) is { Series: var series }
            ? await Downloads.ExcelAsync(series.Name, file => export.WriteCodesAsync(actor, file, series, asked, ct))
            : Results.NotFound();
    }
}
