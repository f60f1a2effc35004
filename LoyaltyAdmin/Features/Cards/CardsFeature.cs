using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Cards as things: series, numbers, print files and the virtual card of a member.</summary>
public static class CardsFeature
{
    public static IServiceCollection AddCards(this IServiceCollection services)
    {
        services.AddSingleton<CardListQueries>();
        services.AddSingleton<CardSeriesQueries>();
        services.AddSingleton<CreateCardSeries>();
        services.AddSingleton<ImportCards>();
        services.AddSingleton<CardsExport>();
        services.AddSingleton<CardSeriesExport>();
        return services;
    }

    /// <summary>The lists as workbooks, and a series for the printing house as a workbook or as text.</summary>
    public static void MapCardsExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/exports/cards.xlsx", ListAsync).RequireAuthorization(nameof(Permission.MembersView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/card-series.xlsx", AllSeriesAsync).RequireAuthorization(nameof(Permission.MembersView), nameof(Permission.ReportsExport));
        app.MapGet("/exports/card-series/{id:long}.xlsx", SeriesAsync).RequireAuthorization(nameof(Permission.CardsManage));
        app.MapGet("/exports/card-series/{id:long}.csv", SeriesTextAsync).RequireAuthorization(nameof(Permission.CardsManage));
    }

    private static Task<IResult> ListAsync(ListParameters asked, HttpContext http, CardsExport export, IStringLocalizer<CardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Excel.FileName"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> AllSeriesAsync(ListParameters asked, HttpContext http, CardsExport export, IStringLocalizer<CardsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["TabSeries"], file => export.WriteSeriesAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> SeriesAsync(long id, HttpContext http, CardSeriesExport export, CardSeriesQueries queries, CancellationToken ct) =>
        FileOfAsync(id, queries, series => Downloads.ExcelAsync(series.Name, file => export.WriteWorkbookAsync(http.User.ToActor(), file, series, ct)), ct);

    private static Task<IResult> SeriesTextAsync(long id, HttpContext http, CardSeriesExport export, CardSeriesQueries queries, CancellationToken ct) =>
        FileOfAsync(
            id, queries, series => Downloads.FileAsync($"{series.Name}.csv", "text/csv", file => export.WriteTextAsync(http.User.ToActor(), file, series, ct)), ct);

    private static async Task<IResult> FileOfAsync(long id, CardSeriesQueries queries, Func<CardSeries, Task<IResult>> write, CancellationToken ct) =>
        await queries.FindAsync(id, ct) is { } series ? await write(series) : Results.NotFound();
}
