using System.Security.Claims;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The workbook of figures as a download.</summary>
public static class KpiExport
{
    public const string Path = "/exports/kpi.xlsx";

    public static void MapKpiExport(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, DownloadAsync).RequireAuthorization(nameof(Permission.ReportsExport));

    /// <summary>The end is exclusive; without days it is the period that the dashboard begins with.</summary>
    private static async Task<IResult> DownloadAsync(
        DateOnly? from, DateOnly? to, ClaimsPrincipal user, KpiWorkbook workbook, KpiSales sales, ProgramTimelines timelines, BusinessClock clock,
        IStringLocalizer<KpiText> text, CancellationToken ct)
    {
        var period = from is { } first && to is { } end
            ? new KpiPeriod(first, end)
            : DashboardChoice.Of(null, null, null, null, null, await timelines.TodayAsync(clock, ct), await sales.DataAsync(ct)).Period;
        return await Downloads.ExcelAsync(
            $"{text["Workbook.Title"].Value} {period.From:yyyy-MM-dd} – {period.To.AddDays(period.IsEmpty ? 0 : -1):yyyy-MM-dd}",
            file => workbook.WriteAsync(user.ToActor(), file, period, ct));
    }
}
