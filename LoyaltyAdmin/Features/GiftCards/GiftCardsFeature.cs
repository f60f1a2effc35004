using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Gift cards: designs, series, cards and their money (R17).</summary>
public static class GiftCardsFeature
{
    public static IServiceCollection AddGiftCards(this IServiceCollection services)
    {
        services.AddSingleton<GiftCardLoader>();
        services.AddSingleton<GiftCardChange>();
        services.AddSingleton<GiftCardDeeds>();
        services.AddSingleton<SellGiftCard>();
        services.AddSingleton<LookUpGiftCard>();
        services.AddSingleton<ExpireGiftCards>();
        services.AddSingleton<SaveGiftCardDesign>();
        services.AddSingleton<CreateGiftCardSeries>();
        services.AddSingleton<GiftCardProof>();
        services.AddSingleton<GiftCardListQueries>();
        services.AddSingleton<GiftCardQueries>();
        services.AddSingleton<GiftCardsExport>();
        services.AddSingleton<DeliveryPartners>();
        services.AddSingleton<DeliveryHttp>();
        services.AddSingleton<GiftCardOrderChange>();
        services.AddSingleton<PlaceGiftCardOrder>();
        services.AddSingleton<PayGiftCardOrder>();
        services.AddSingleton<FollowGiftCardOrder>();
        services.AddSingleton<CancelGiftCardOrder>();
        services.AddSingleton<GiftCardOrderQueries>();
        services.AddSingleton<SendDeliveries>();
        services.AddSingleton<GiftCardSales>();
        services.AddSingleton<GiftCardOrdersExport>();
        return services;
    }

    /// <summary>The lists as workbooks, and the codes of a series for the printing house.</summary>
    public static void MapGiftCardsExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/exports/gift-cards.xlsx", ListAsync).RequireAuthorization(nameof(Permission.GiftCardsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/gift-card-series.xlsx", AllSeriesAsync).RequireAuthorization(nameof(Permission.GiftCardsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/gift-card-orders.xlsx", OrdersAsync).RequireAuthorization(nameof(Permission.GiftCardsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/gift-card-sales.xlsx", SalesAsync).RequireAuthorization(nameof(Permission.GiftCardsView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/gift-card-series/{id:long}.xlsx", CodesAsync).RequireAuthorization(nameof(Permission.GiftCardsEdit), nameof(Permission.ReportsExport));
    }

    private static Task<IResult> ListAsync(ListParameters asked, HttpContext http, GiftCardsExport export, IStringLocalizer<GiftCardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> AllSeriesAsync(ListParameters asked, HttpContext http, GiftCardsExport export, IStringLocalizer<GiftCardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["TabSeries"], file => export.WriteSeriesAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> OrdersAsync(ListParameters asked, HttpContext http, GiftCardOrdersExport export, IStringLocalizer<GiftCardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["TabOrders"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> SalesAsync(ListParameters asked, HttpContext http, GiftCardOrdersExport export, IStringLocalizer<GiftCardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["TabSales"], file => export.WriteSalesAsync(http.User.ToActor(), file, asked, ct));

    private static async Task<IResult> CodesAsync(long id, HttpContext http, GiftCardsExport export, GiftCardQueries queries, CancellationToken ct)
    {
        var actor = http.User.ToActor();
        return (await queries.SeriesAsync(actor, ct)).FirstOrDefault(s => s.Series.Id == id) is { Series: GiftCardSeries series }
            ? await Downloads.ExcelAsync(series.Name, file => export.WriteCodesAsync(actor, file, series, ct))
            : Results.NotFound();
    }
}
