using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What partners and settlements with them bring into the program.</summary>
public static class PartnersFeature
{
    /// <summary>The address of the workbook of partners.</summary>
    public const string Export = "/exports/partners.xlsx";

    /// <summary>The address of the workbook of a partner's statements.</summary>
    public const string SettlementsExport = "/exports/settlements.xlsx";

    /// <summary>The address of one statement as a workbook.</summary>
    public const string StatementExport = "/exports/statement.xlsx";

    public static void AddPartners(this IServiceCollection services)
    {
        services.AddSingleton<ITermsChapter, PartnersChapter>();
        services.AddSingleton<PartnerQueries>();
        services.AddSingleton<SettlementQueries>();
        services.AddSingleton<SavePartner>();
        services.AddSingleton<AgreeTerms>();
        services.AddSingleton<WriteAdjustment>();
        services.AddSingleton<DraftSettlement>();
        services.AddSingleton<CloseSettlement>();
        services.AddSingleton<PartnerWords>();
        services.AddSingleton<PartnersExport>();
        services.AddScoped<IAuditSubject, TermsHistoryWords>();
    }

    /// <summary>The lists and the statement as workbooks.</summary>
    public static void MapPartnersExports(this IEndpointRouteBuilder app)
    {
        app.MapGet(Export, PartnersAsync).RequireAuthorization(nameof(Permission.PartnersView), nameof(Permission.ReportsExport));
        app.MapGet(SettlementsExport, SettlementsAsync).RequireAuthorization(nameof(Permission.PartnersView), nameof(Permission.ReportsExport));
        app.MapGet(StatementExport, StatementAsync).RequireAuthorization(nameof(Permission.PartnersView), nameof(Permission.ReportsExport));
    }

    private static Task<IResult> PartnersAsync(ListParameters asked, HttpContext http, PartnersExport export, IStringLocalizer<PartnersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Title"], file => export.PartnersAsync(http.User.ToActor(), file, asked, ct));

    private static Task<IResult> SettlementsAsync(
        int partner, ListParameters asked, HttpContext http, PartnersExport export, IStringLocalizer<PartnersText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Statements"], file => export.SettlementsAsync(http.User.ToActor(), file, partner, asked, ct));

    private static async Task<IResult> StatementAsync(int id, HttpContext http, PartnersExport export, SettlementQueries settlements, CancellationToken ct) =>
        await settlements.DetailsAsync(http.User.ToActor(), id, ct) is { } details
            ? await Downloads.ExcelAsync(export.TitleOf(details), file => export.StatementAsync(http.User.ToActor(), file, details, ct))
            : Results.NotFound();
}
