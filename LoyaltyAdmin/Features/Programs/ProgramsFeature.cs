using LoyaltyAdmin.Features.Programs.Economics;
using LoyaltyAdmin.Features.Programs.Setup;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>What the programs feature brings into the program.</summary>
public static class ProgramsFeature
{
    /// <summary>The address of the workbook of versions.</summary>
    public const string VersionsWorkbook = "/exports/versions.xlsx";

    public static void AddPrograms(this IServiceCollection services)
    {
        services.AddSingleton<ProgramTimelines>();
        services.AddSingleton<ProgramQueries>();
        services.AddSingleton<EditDraft>();
        services.AddSingleton<PointsDivision>();
        services.AddSingleton<PublishDraft>();
        services.AddSingleton<DiscardDraft>();
        services.AddSingleton<WithdrawVersion>();
        services.AddSingleton<MeasureShop>();
        services.AddSingleton<AssumeFigures>();
        services.AddSingleton<MakeSetup>();
        services.AddSingleton<ConditionsWords>();
        services.AddScoped<ChangeWords>();
        services.AddScoped<VersionsExport>();
        services.AddScoped<IAuditSubject, VersionHistoryWords>();
        services.AddSingleton<ListWorkbook>();
        services.AddSingleton<DisplayUnitsSource>(container => ct => UnitsAsync(
            container.GetRequiredService<ProgramTimelines>(), container.GetRequiredService<BusinessClock>(), ct));
    }

    /// <summary>The versions as a workbook.</summary>
    public static void MapProgramsExports(this IEndpointRouteBuilder app) =>
        app.MapGet(VersionsWorkbook, ExportAsync).RequireAuthorization(nameof(Permission.ProgramView), nameof(Permission.ReportsExport));

    private static Task<IResult> ExportAsync(ListParameters asked, HttpContext http, VersionsExport export, IStringLocalizer<ProgramsText> text, CancellationToken ct) =>
        Downloads.ExcelAsync(text["Versions"], file => export.WriteAsync(http.User.ToActor(), file, asked, ct));

    /// <summary>What pages show amounts in: the conditions in force now.</summary>
    private static async ValueTask<DisplayUnits> UnitsAsync(ProgramTimelines timelines, BusinessClock clock, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var conditions = timeline.InForceAt(clock.UtcNow).Conditions;
        return new DisplayUnits(
            conditions.Currency, timeline.Program.PointDecimals, conditions.Unit, timeline.CalendarAt(clock.UtcNow).Zone);
    }
}
